import type { Readable } from 'node:stream';

/**
 * Reads a body of which nothing but white space is wanted, and no more of it than tells.
 * @param refuse gets the first byte that is not white space, and those beyond the limit
 */
export function readNothing(body: Readable, limitBytes: number, refuse: () => Error): Promise<void> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const look = (part: Buffer): void => {
      size += part.length;
      if (size <= limitBytes && part.toString('latin1').trim() === '') return;
      // Left as it is, not destroyed: the answer has still to go out on its connection.
      body.off('data', look).pause();
      reject(refuse());
    };
    body.on('data', look).once('end', resolve).once('error', reject);
  });
}
