import type { Hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What happens to the bytes of a chunk besides counting them. */
export interface ChunkSink {
  readonly hash: Hash | undefined;
  /** Collects the bytes; undefined if they are not kept. */
  readonly kept: Buffer[] | undefined;
}

/**
 * Reads a chunk to its end.
 * @param cutAfterBytes destroys the connection after this many bytes (an injected fault)
 * @returns true if the whole chunk arrived
 */
export function receiveChunk(
  request: IncomingMessage,
  { hash, kept }: ChunkSink,
  expectedBytes: number,
  cutAfterBytes = Infinity,
): Promise<boolean> {
  return new Promise((resolve) => {
    let received = 0;
    // Plain events instead of an async iterator, which is slower at gigabytes per second.
    request.on('data', (bytes: Buffer) => {
      hash?.update(bytes);
      kept?.push(bytes);
      received += bytes.length;
      if (received < cutAfterBytes) return;
      request.socket.destroy();
      resolve(false);
    });
    request.on('end', () => resolve(received === expectedBytes));
    // The sender disconnected; this chunk does not count.
    request.on('error', () => resolve(false));
    request.on('close', () => resolve(request.complete && received === expectedBytes));
  });
}
