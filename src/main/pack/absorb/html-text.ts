import { Parser } from 'htmlparser2'

/** Their content is no text of the letter. */
const SILENT = new Set(['head', 'script', 'style', 'template', 'title', 'noscript', 'svg'])
/** Each begins on a line of its own. */
const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' '
  )
)
/** Stand apart by an empty line. */
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'blockquote'])

/** The words of an HTML letter, without its looks: a line for each block, cells of a row side by side. */
export function htmlText(html: string): string {
  let text = ''
  let silent = 0
  const breakLine = (count: number) => {
    text = text.replace(/[ \t]+$/, '')
    if (text === '') return
    const standing = /\n*$/.exec(text)?.[0].length ?? 0
    text += '\n'.repeat(Math.max(0, count - standing))
  }
  const separate = (name: string) => {
    if (PARAGRAPHS.has(name)) breakLine(2)
    else if (BLOCKS.has(name)) breakLine(1)
  }
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1
      if (name === 'br') text += '\n'
      else separate(name)
      if (name === 'li') text += '• '
    },
    ontext(piece) {
      if (silent > 0) return
      const spaced = piece.replace(/[ \t\r\n\f]+/g, ' ')
      text += /(^|\s)$/.test(text) ? spaced.trimStart() : spaced
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      else if (name === 'td' || name === 'th') text += text.endsWith(' ') ? ' ' : '  '
      else separate(name)
    }
  })
  parser.end(html)
  return text.trim()
}
