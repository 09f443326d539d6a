const PLANE = 0x10000

/** Texts in the codes of one face, each found once: a pack of a thousand pages shows a hundred thousand characters. */
export class GlyphCodes {
  readonly #codeOf: (character: string) => number
  /** By the character's number; 0 = not asked for yet, which no character's glyph is. */
  readonly #first = new Uint16Array(PLANE)
  readonly #others = new Map<number, number>()
  #bytes = Buffer.alloc(512)

  constructor(codeOf: (character: string) => number) {
    this.#codeOf = codeOf
  }

  /** Two bytes of hex for every character. */
  hexOf(text: string): string {
    if (this.#bytes.length < text.length * 2) this.#bytes = Buffer.alloc(text.length * 4)
    const bytes = this.#bytes
    let end = 0
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0
      if (point >= PLANE) at += 1
      const code = (point < PLANE ? this.#first[point] : this.#others.get(point)) || this.#find(point)
      bytes[end] = code >> 8
      bytes[end + 1] = code & 0xff
      end += 2
    }
    return bytes.toString('hex', 0, end)
  }

  #find(point: number): number {
    const code = this.#codeOf(String.fromCodePoint(point))
    if (point < PLANE) this.#first[point] = code
    else this.#others.set(point, code)
    return code
  }
}
