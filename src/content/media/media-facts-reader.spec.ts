import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { StagingStore } from '../uploads/staging-store.js';
import { MediaFactsReader } from './media-facts-reader.js';
import { mediaInfoOf } from './media-info.js';

// Jest runs in the root of the repository.
const CLIP = path.resolve('test/fixtures/clip-540x960-4s.mp4');
const BAD_CLIP = path.resolve('test/fixtures/bad-320x240-15fps.mp4');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'media-facts-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

let bytesRead = 0;
/** A store whose files are wherever their name says. */
const store: Pick<StagingStore, 'read'> = {
  read: (name, start, end) => {
    bytesRead += end - start + 1;
    return createReadStream(name, { start, end });
  },
};

const reader = new MediaFactsReader(store as StagingStore);

async function factsOf(bytes: Uint8Array, mediaType: string) {
  const name = path.join(folder, `${Math.random()}`);
  await writeFile(name, bytes);
  return await reader.read({ name, sizeBytes: bytes.length, mediaType });
}

const notAsked = () => Promise.reject(new Error('nobody asks'));

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } });
}

describe('The facts of a video', () => {
  it('are read from its bytes', async () => {
    expect(await factsOf(await readFile(CLIP), 'video/mp4')).toEqual({
      format: 'mp4',
      codec: 'h264',
      width: 540,
      height: 960,
      frameRate: 30,
      durationSeconds: 4,
    });
  });

  it('are those of a file that TikTok would not take, too', async () => {
    expect(await factsOf(await readFile(BAD_CLIP), 'video/mp4')).toEqual({
      format: 'mp4',
      codec: 'mpeg-4 visual',
      width: 320,
      height: 240,
      frameRate: 15,
      durationSeconds: 2,
    });
  });

  it('cost no more than the ranges that hold them, however large it is', async () => {
    const clip = await readFile(CLIP);
    const size = 50_000_000;
    const free = Buffer.alloc(size - clip.length);
    free.writeUInt32BE(free.length, 0);
    free.write('free', 4, 'latin1');
    bytesRead = 0;

    expect(await factsOf(Buffer.concat([clip, free]), 'video/mp4')).toMatchObject({ durationSeconds: 4 });
    expect(bytesRead).toBeLessThan(size / 10);
  });

  it.each([
    ['is cut in the middle', (clip: Buffer) => clip.subarray(0, 20_000)],
    ['is noise behind its first bytes', (clip: Buffer) => noise(clip)],
    ['is nothing but its first bytes', (clip: Buffer) => clip.subarray(0, 12)],
    [
      'claims boxes of any size',
      (clip: Buffer) => Buffer.from(clip.map((byte, i) => (i % 97 === 32 ? 255 : byte))),
    ],
  ])('are absent as far as they are not there when it %s, and nothing else happens', async (_how, spoil) => {
    const facts = await factsOf(spoil(await readFile(CLIP)), 'video/mp4');

    expect(facts).not.toBeNull();
    expect(await factsOf(await readFile(CLIP), 'video/mp4')).toMatchObject({ codec: 'h264' });
  });

  it('are given up after a time when the file makes the library run in circles', async () => {
    const library = path.join(folder, 'endless.cjs');
    await writeFile(library, 'exports.default = async () => { for (;;); };');

    const reading = mediaInfoOf(1000, notAsked, AbortSignal.timeout(300), library);

    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('are given up when the file takes the library down', async () => {
    const library = path.join(folder, 'abort.cjs');
    await writeFile(library, 'exports.default = async () => { process.exit(134); };');

    const reading = mediaInfoOf(1000, notAsked, AbortSignal.timeout(10_000), library);

    await expect(reading).rejects.toThrow(/without an answer/);
  });
});

describe('The facts of a photo', () => {
  it.each(['jpeg', 'webp', 'png'] as const)('are read from its bytes: %s', async (format) => {
    const photo = await picture(400, 300).toFormat(format).toBuffer();

    expect(await factsOf(photo, `image/${format}`)).toEqual({ format, width: 400, height: 300 });
  });

  it('are those of the picture as it is shown', async () => {
    const turned = await picture(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();

    expect(await factsOf(turned, 'image/jpeg')).toMatchObject({ width: 300, height: 400 });
  });

  it('are read however many pixels it claims, since none of them is decoded', async () => {
    const huge = await picture(400, 300).jpeg().toBuffer();
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(60_000, frame + 5);
    huge.writeUInt16BE(60_001, frame + 7);

    expect(await factsOf(huge, 'image/jpeg')).toMatchObject({ width: 60_001, height: 60_000 });
  });

  it.each([
    ['a cut one', (photo: Buffer) => photo.subarray(0, 40)],
    ['text', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
  ])('are absent for %s', async (_what, spoil) => {
    const photo = await picture(400, 300).jpeg().toBuffer();

    expect(await factsOf(spoil(photo), 'image/jpeg')).toEqual({});
  });
});

/** The same noise each time. */
function noise(clip: Buffer): Buffer {
  let state = 7;
  return Buffer.from(
    clip.map((byte, at) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return at < 32 ? byte : state >> 16;
    }),
  );
}
