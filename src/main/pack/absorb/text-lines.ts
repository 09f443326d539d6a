/** A line as the file has it; a tab reaches as far as four spaces. */
export function textLines(text: string): readonly string[] {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\n\f\u001a]+$/, '')
    .split(/\n|\f/)
  return lines.map((line) => line.replaceAll('\t', '    ').trimEnd())
}
