import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, copyFile, open, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const FIXTURES = path.resolve('test/fixtures');
/** A real H.264 video of 348 kB. */
export const CLIP = path.join(FIXTURES, 'clip-540x960-4s.mp4');

export interface VideoFile {
  path: string;
  size: number;
  /** Hex. */
  sha256: string;
  remove(): Promise<void>;
}

export function clip(): Promise<Buffer> {
  return readFile(CLIP);
}

/** The clip, grown to `size` bytes by an MP4 `free` box, on the disk. */
export async function largeVideo(size: number): Promise<VideoFile> {
  const file = path.join(os.tmpdir(), `video-${randomUUID()}.mp4`);
  const head = await clip();
  await copyFile(CLIP, file);
  const box = Buffer.alloc(8);
  box.writeUInt32BE(size - head.length, 0);
  box.write('free', 4, 'latin1');
  await appendFile(file, box);
  const handle = await open(file, 'r+');
  await handle.truncate(size);
  // Bytes that differ from place to place, so that chunks in a wrong order change the hash.
  for (let offset = head.length + 8; offset < size - 36; offset += 1_000_000)
    await handle.write(randomUUID(), offset);
  await handle.close();
  return { path: file, size, sha256: await sha256OfFile(file), remove: () => rm(file, { force: true }) };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
