import type { Hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Reads a chunk to its end and hashes it on the way; nothing is kept.
 * @param cutAfterBytes destroys the connection after so many bytes (an injected fault)
 * @returns whether the whole chunk arrived
 */
export async function hashChunk(
  request: IncomingMessage,
  hash: Hash,
  expectedBytes: number,
  cutAfterBytes: number | undefined,
): Promise<boolean> {
  let received = 0;
  try {
    for await (const bytes of request as AsyncIterable<Buffer>) {
      hash.update(bytes);
      received += bytes.length;
      if (cutAfterBytes !== undefined && received >= cutAfterBytes) {
        request.socket.destroy();
        return false;
      }
    }
  } catch {
    // The sender went away; what came of this chunk does not count.
    return false;
  }
  return received === expectedBytes;
}
