const WHITE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'))

const isRegular = (byte: number | undefined) =>
  byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte)

/** Instructions of a page with some of the names in them replaced. Texts and pictures within it stay as they are. */
export function renamedContent(content: Buffer, newName: (name: string) => string | null): Buffer {
  const parts: Buffer[] = []
  let kept = 0
  for (let at = 0; at < content.length;) {
    const byte = content[at]!
    if (byte === 0x28) at = afterText(content, at)
    else if (byte === 0x25) at = afterComment(content, at)
    else if (byte === 0x3c) at = content[at + 1] === 0x3c ? at + 2 : after(content, 0x3e, at)
    else if (byte === 0x2f) {
      const end = afterWord(content, at + 1)
      const name = newName(decodedName(content.toString('latin1', at + 1, end)))
      if (name !== null) {
        parts.push(content.subarray(kept, at), Buffer.from(`/${name}`, 'latin1'))
        kept = end
      }
      at = end
    } else if (isRegular(byte)) {
      const end = afterWord(content, at)
      at = content.toString('latin1', at, Math.min(end, at + 3)) === 'ID' ? afterPicture(content, end) : end
    } else at += 1
  }
  return Buffer.concat([...parts, content.subarray(kept)])
}

function decodedName(raw: string): string {
  return raw.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function afterWord(content: Buffer, start: number): number {
  let at = start
  while (isRegular(content[at])) at += 1
  return at
}

function after(content: Buffer, byte: number, start: number): number {
  const found = content.indexOf(byte, start)
  return found === -1 ? content.length : found + 1
}

function afterComment(content: Buffer, start: number): number {
  let at = start
  while (at < content.length && content[at] !== 0x0a && content[at] !== 0x0d) at += 1
  return at
}

function afterText(content: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    const byte = content[at]
    if (byte === 0x5c) at += 1
    else if (byte === 0x28) depth += 1
    else if (byte === 0x29) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return content.length
}

/** The bytes of a picture end with the word `EI` between white space. */
function afterPicture(content: Buffer, start: number): number {
  for (let at = content.indexOf('EI', start); at !== -1; at = content.indexOf('EI', at + 2)) {
    if (WHITE.has(content[at - 1] ?? 0) && !isRegular(content[at + 2])) return at + 2
  }
  return content.length
}
