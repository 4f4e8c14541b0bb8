import { createCipheriv, createHash } from 'node:crypto';
import { clip } from './media.js';
import type { SeededRandom } from './seeded-random.js';

// The first bytes of an MP4: what a file is told by.
const HEAD = Buffer.from('\0\0\0\x18ftypisom', 'latin1');
export const SMALLEST = HEAD.length;

/** Random bytes that pass for a video: behind a real one where there is room for it, else behind its first bytes. */
export async function randomVideo(size: number, random: SeededRandom): Promise<Buffer> {
  const bytes = noise(size, random);
  const real = await clip();
  const isRoomy = size >= real.length + 8;
  if (!isRoomy) HEAD.copy(bytes);
  else {
    real.copy(bytes);
    bytes.writeUInt32BE(size - real.length, real.length);
    bytes.write('free', real.length + 4, 'latin1');
  }
  return bytes;
}

function noise(size: number, random: SeededRandom): Buffer {
  const key = createHash('sha256').update(String(random.next())).digest().subarray(0, 16);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}
