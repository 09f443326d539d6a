/** Silence in the forms that telephones and players record in, so long and no longer. Everything in it is made here. */

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4))
  return bytes
}

/** The family of MP4: M4A, MP4, 3GP and MOV, its facts behind the sound as telephones write them. */
export function mp4(brand: string, seconds: number): Buffer {
  const header = box('mvhd', words(0, 0, 0, 1, seconds), Buffer.alloc(80))
  const track = box('tkhd', words(0, 0, 0, 1, 0, seconds), Buffer.alloc(60))
  const media = box('mdhd', words(0, 0, 0, 1, seconds, 0))
  const handler = box('hdlr', words(0, 0), Buffer.from('soun'), Buffer.alloc(20))
  const sound = Buffer.alloc(36)
  sound.writeUInt32BE(36, 0)
  sound.write('mp4a', 4)
  sound.writeUInt16BE(1, 24)
  sound.writeUInt16BE(16, 26)
  sound.writeUInt16BE(8000, 32)
  const table = box('minf', box('stbl', box('stsd', words(0, 1), sound), box('stsz', words(0, 100, 50))))
  return Buffer.concat([
    box('ftyp', Buffer.from(brand), words(0), Buffer.from(brand)),
    box('mdat', Buffer.alloc(5000)),
    box('moov', header, box('trak', track, box('mdia', media, handler, table)))
  ])
}

export function wav(seconds: number): Buffer {
  const data = Buffer.alloc(seconds * 8000)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** MPEG-1 layer III at 32 kbit/s and 32 kHz: frames of 144 bytes and 36 ms. */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(144)
  frame.writeUInt32BE(0xfffb18c4, 0)
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.036) }, () => frame))
}

/** 12.2 kbit/s: fifty frames of 32 bytes a second. */
export function amr(seconds: number): Buffer {
  const frame = Buffer.alloc(32)
  frame.writeUInt8(0x3c, 0)
  return Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: seconds * 50 }, () => frame)])
}

/** Three pages; the last one says how many samples there have been at 48 kHz. */
export function opus(seconds: number): Buffer {
  const page = (flags: number, granule: number, sequence: number, body: Buffer) => {
    const head = Buffer.alloc(28)
    head.write('OggS', 0)
    head.writeUInt8(flags, 5)
    head.writeBigUInt64LE(BigInt(granule), 6)
    head.writeUInt32LE(7, 14)
    head.writeUInt32LE(sequence, 18)
    head.writeUInt8(1, 26)
    head.writeUInt8(body.length, 27)
    return Buffer.concat([head, body])
  }
  const id = Buffer.alloc(19)
  id.write('OpusHead', 0)
  id.writeUInt8(1, 8)
  id.writeUInt8(1, 9)
  id.writeUInt32LE(48_000, 12)
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)])
  return Buffer.concat([
    page(2, 0, 0, id),
    page(0, 0, 1, tags),
    page(4, seconds * 48_000, 2, Buffer.alloc(40))
  ])
}

/** Matroska as browsers play it, with its length stated in milliseconds. */
export function webm(seconds: number): Buffer {
  const element = (id: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(0x10000000 + body.length)
    return Buffer.concat([Buffer.from(id, 'hex'), size, body])
  }
  const length = Buffer.alloc(8)
  length.writeDoubleBE(seconds * 1000)
  return Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm'))),
    element(
      '18538067',
      element(
        '1549a966',
        Buffer.concat([element('2ad7b1', Buffer.from('0f4240', 'hex')), element('4489', length)])
      )
    )
  ])
}
