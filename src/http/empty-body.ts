import type { Readable } from 'node:stream';

/**
 * Reads a body that must be empty or white space, and stops at the first byte that is neither.
 * @param rejection creates the error for any other body, and for one beyond the limit
 */
export function readEmptyBody(body: Readable, limitBytes: number, rejection: () => Error): Promise<void> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const look = (part: Buffer): void => {
      size += part.length;
      if (size <= limitBytes && part.toString('latin1').trim() === '') return;
      // Paused, not destroyed, because the answer still needs the connection.
      body.off('data', look).pause();
      reject(rejection());
    };
    body.on('data', look).once('end', resolve).once('error', reject);
  });
}
