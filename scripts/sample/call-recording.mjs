// The recording of a call, as tones: two ringing signals, three notes where the talk would be, the busy signal.
const RATE = 8000

/** @type {readonly { hz: number, seconds: number }[]} 425 Hz is the tone of Russian exchanges */
const TONES = [
  { hz: 425, seconds: 0.8 },
  { hz: 0, seconds: 0.9 },
  { hz: 425, seconds: 0.8 },
  { hz: 0, seconds: 0.5 },
  { hz: 523, seconds: 0.35 },
  { hz: 659, seconds: 0.35 },
  { hz: 784, seconds: 0.6 },
  { hz: 0, seconds: 0.4 },
  { hz: 425, seconds: 0.3 },
  { hz: 0, seconds: 0.3 },
  { hz: 425, seconds: 0.3 }
]

/** @returns {Buffer} WAV, 8 kHz, 8 bit, mono */
export function callRecording() {
  const samples = TONES.flatMap(({ hz, seconds }) =>
    Array.from({ length: Math.round(seconds * RATE) }, (_, index) => {
      const fade = Math.min(1, index / 120, (seconds * RATE - index) / 120)
      return Math.round(128 + 52 * fade * Math.sin((2 * Math.PI * hz * index) / RATE))
    })
  )
  const format = Buffer.alloc(16)
  format.writeUInt16LE(1, 0)
  format.writeUInt16LE(1, 2)
  format.writeUInt32LE(RATE, 4)
  format.writeUInt32LE(RATE, 8)
  format.writeUInt16LE(1, 12)
  format.writeUInt16LE(8, 14)
  const title = Buffer.concat([Buffer.from('INFO'), chunk('INAM', Buffer.from('SPECIMEN / OBRAZETS\0'))])
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    chunk('LIST', title),
    chunk('data', Buffer.from(samples))
  ])
  return chunk('RIFF', body)
}

/** @param {string} name @param {Buffer} content */
function chunk(name, content) {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat(content.length % 2 === 0 ? [head, content] : [head, content, Buffer.alloc(1)])
}
