import { randomFillSync } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';

const CLIP = 'test/fixtures/clip-540x960-4s.mp4';
const BLOCK_BYTES = 4 * 1024 * 1024;

export interface VideoFile {
  path: string;
  size: number;
}

/** A real clip, grown to `size` bytes by an MP4 `free` box of random bytes: on the disk, without holes. */
export async function videoFile(folder: string, size: number): Promise<VideoFile> {
  const file = path.join(folder, `video-${size}.mp4`);
  const [source, target] = await Promise.all([open(CLIP), open(file, 'w')]);
  try {
    const clip = await source.readFile();
    const header = Buffer.alloc(8);
    header.writeUInt32BE(size - clip.length, 0);
    header.write('free', 4, 'latin1');
    await target.write(Buffer.concat([clip, header]));
    const block = randomFillSync(Buffer.alloc(BLOCK_BYTES));
    for (let left = size - clip.length - header.length; left > 0; left -= block.length)
      await target.write(block.subarray(0, Math.min(left, block.length)));
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
  return { path: file, size };
}
