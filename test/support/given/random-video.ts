import { createCipheriv, createHash } from 'node:crypto';
import { ClipParts, smallVideo } from '../../../src/content/uploads/media/testing/mp4.js';
import type { SeededRandom } from '../seeded-random.js';

/** What the smallest video takes that can be opened. */
export const SMALLEST = 758;

/** A video of exactly this size whose frames, and what is behind them, are random. */
export async function randomVideo(size: number, random: SeededRandom): Promise<Buffer> {
  return smallVideo(await ClipParts.read(), size, noise(size, random));
}

function noise(size: number, random: SeededRandom): Buffer {
  const key = createHash('sha256').update(String(random.next())).digest().subarray(0, 16);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}
