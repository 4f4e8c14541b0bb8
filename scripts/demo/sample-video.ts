import { open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A short real video. */
export const CLIP = 'test/fixtures/clip-540x960-4s.mp4';
// More than TikTok takes in one chunk, so that the demo shows a transfer in several.
const DEMO_BYTES = 70_000_000;
const BLOCK = Buffer.alloc(1024 * 1024, 7);

/** A video to publish. */
export interface SampleVideo {
  file: string;
  sizeBytes: number;
  /** Removes it when it was made for the demo. */
  discard(): Promise<void>;
}

/** The given file, or a real clip grown to 70 MB by an MP4 `free` box, which players skip. */
export async function sampleVideo(given: string | undefined): Promise<SampleVideo> {
  const file = given ?? (await growClip());
  const discard = async () => (given ? undefined : await rm(file, { force: true }));
  return { file, sizeBytes: (await stat(file)).size, discard };
}

async function growClip(): Promise<string> {
  const file = path.join(tmpdir(), 'tiktok-connector-demo.mp4');
  const [source, target] = await Promise.all([open(CLIP), open(file, 'w')]);
  try {
    const clip = await source.readFile();
    const free = DEMO_BYTES - clip.length;
    const header = Buffer.alloc(8);
    header.writeUInt32BE(free, 0);
    header.write('free', 4, 'latin1');
    await target.write(Buffer.concat([clip, header]));
    for (let left = free - header.length; left > 0; left -= BLOCK.length) {
      await target.write(BLOCK.subarray(0, Math.min(left, BLOCK.length)));
    }
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
  return file;
}
