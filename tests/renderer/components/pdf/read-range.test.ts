import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { readRange } from '../../../../src/renderer/components/pdf/read-range.ts'

const never = new AbortController().signal
let server: Server | undefined

afterEach(() => server?.close())

/** Serves these bytes; `cut` leaves some off the end of every range, `ignores` answers with the whole. */
async function serve(bytes: Uint8Array, how: 'rightly' | 'cut' | 'ignores'): Promise<string> {
  server = createServer((request, response) => {
    const [, first = '0', last = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const part = bytes.subarray(Number(first), Number(last) + (how === 'cut' ? 0 : 1))
    response.writeHead(how === 'ignores' ? 200 : 206)
    response.end(how === 'ignores' ? bytes : part)
  })
  const listening = server
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`
}

const ten = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])

it('reads from begin up to, but not including, end', async () => {
  expect([...(await readRange(await serve(ten, 'rightly'), 2, 5, never))]).toEqual([2, 3, 4])
})

it('takes a range that came short for an error', async () => {
  await expect(readRange(await serve(ten, 'cut'), 2, 5, never)).rejects.toThrow('file cut: 2 of 3 bytes')
})

it('does not take the whole file for a range', async () => {
  await expect(readRange(await serve(ten, 'ignores'), 2, 5, never)).rejects.toThrow('no byte range')
})
