/**
 * Splits a stream into blocks of equal size; the last one may be shorter. Holds one block in memory.
 * @param size in bytes
 */
export async function* blocksOf(
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
  size: number,
): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (let bytes of source) {
    while (held + bytes.length >= size) {
      const wanted = size - held;
      yield Buffer.concat([...parts, bytes.subarray(0, wanted)], size);
      bytes = bytes.subarray(wanted);
      parts = [];
      held = 0;
    }
    if (bytes.length > 0) parts.push(bytes);
    held += bytes.length;
  }
  if (held > 0) yield Buffer.concat(parts, held);
}
