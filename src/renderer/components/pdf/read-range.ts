/**
 * Reads bytes `begin` up to, but not including, `end`.
 * Fewer bytes than asked for mean a file that was cut: an error, never a short answer.
 */
export async function readRange(
  url: string,
  begin: number,
  end: number,
  signal: AbortSignal
): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal })
  if (response.status !== 206) throw new Error(`no byte range of the file: ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length !== end - begin) throw new Error(`file cut: ${bytes.length} of ${end - begin} bytes`)
  return bytes
}
