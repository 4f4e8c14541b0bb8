import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { mediaTypeOf } from '../media-type.js';
import type { StagingStore } from '../staging/staging-store.js';
import type { MediaDamage, MediaFacts } from '../../post/media-facts.js';
import { MediaFactsReader } from './media-facts-reader.js';
import { mediaInfoOf } from './media-info.js';
import { box, ClipParts, fixture, fileType, fragmented } from './testing/mp4.js';
import { webm } from './testing/webm.js';

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
/** A store that uses names as paths. */
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

const neverRead = () => Promise.reject(new Error('must not be called'));

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } });
}

describe('MediaFactsReader for videos', () => {
  it('reads the facts from the bytes', async () => {
    expect(await factsOf(await readFile(CLIP), 'video/mp4')).toEqual({
      format: 'mp4',
      codec: 'h264',
      width: 540,
      height: 960,
      frameRate: 30,
      durationSeconds: 4,
    });
  });

  it('reads files that TikTok does not accept', async () => {
    expect(await factsOf(await readFile(BAD_CLIP), 'video/mp4')).toEqual({
      format: 'mp4',
      codec: 'mpeg-4 visual',
      width: 320,
      height: 240,
      frameRate: 15,
      durationSeconds: 2,
    });
  });

  it('reads only the ranges that it needs', async () => {
    const clip = await readFile(CLIP);
    const size = 50_000_000;
    const free = Buffer.alloc(size - clip.length);
    free.writeUInt32BE(free.length, 0);
    free.write('free', 4, 'latin1');
    bytesRead = 0;

    expect(await factsOf(Buffer.concat([clip, free]), 'video/mp4')).toMatchObject({ durationSeconds: 4 });
    expect(bytesRead).toBeLessThan(size / 10);
  });

  it('reads files with any first box and any position of the index', async () => {
    const clip = await ClipParts.read();
    const whole = { codec: 'h264', width: 540, height: 960, frameRate: 30, durationSeconds: 4 };
    const wide = box('wide');
    const files: [Uint8Array, string, string][] = [
      [clip.indexLast(clip.ftyp, clip.free), 'video/mp4', 'mp4'],
      [clip.startingWith(box('styp', Buffer.from('msdh\0\0\0\0msdhmsix'))), 'video/mp4', 'mp4'],
      [clip.startingWith(fileType('dash', 'iso6')), 'video/mp4', 'mp4'],
      [clip.startingWith(fileType('qt  ')), 'video/quicktime', 'mov'],
      [clip.startingWith(), 'video/quicktime', 'mov'],
      [clip.indexLast(), 'video/quicktime', 'mov'],
      [clip.indexLast(wide), 'video/quicktime', 'mov'],
      [clip.indexLast(box('free', Buffer.alloc(100))), 'video/quicktime', 'mov'],
      [clip.indexLast(box('pnot', Buffer.alloc(12))), 'video/quicktime', 'mov'],
      [clip.startingWith(fileType('3gp5', 'isom')), 'video/3gpp', '3gp'],
      [clip.startingWith(fileType('3g2a')), 'video/3gpp2', '3g2'],
      [Buffer.concat([await fixture('clip-540x960-4s.mp4'), Buffer.from('more')]), 'video/mp4', 'mp4'],
    ];
    for (const [bytes, mediaType, format] of files) {
      expect(mediaTypeOf(Buffer.from(bytes), 'video')).toBe(mediaType);
      expect(await factsOf(bytes, mediaType)).toEqual({ ...whole, format });
    }
  });

  it('reads fragmented files, which MediaInfo does not report as MP4', async () => {
    const facts = await factsOf(fragmented(await ClipParts.read(), 4), 'video/mp4');

    expect(facts).toEqual({
      format: 'mp4',
      codec: 'h264',
      width: 540,
      height: 960,
      frameRate: 30,
      durationSeconds: 4,
    });
  });

  it.each<[string, (clip: ClipParts) => Buffer | Promise<Buffer>, MediaDamage]>([
    ['no index', () => fixture('odd/truncated.mp4'), 'unreadable'],
    ['no index yet', () => fixture('odd/unfinalised.mp4'), 'unreadable'],
    ['nothing after its first box', ({ ftyp: first }) => first, 'unreadable'],
    ['no frames', ({ ftyp: first, moov }) => Buffer.concat([first, moov]), 'unreadable'],
    [
      'a truncated index',
      ({ ftyp: first, moov }) => Buffer.concat([first, moov.subarray(0, 450)]),
      'unreadable',
    ],
    [
      'a zeroed index',
      (c) => Buffer.concat([c.ftyp, box('moov', Buffer.alloc(c.moov.length - 8)), c.mdat]),
      'unreadable',
    ],
    [
      'a box that claims 4 GB',
      (c) => Buffer.concat([c.ftyp, Buffer.from('\xff\xff\xff\xf0free', 'latin1'), c.moov, c.mdat]),
      'unreadable',
    ],
    ['a header without fragments', (clip) => fragmented(clip, 0), 'unreadable'],
    [
      'a codec of encrypted files',
      (c) =>
        Buffer.from(
          c
            .startingWith(c.ftyp)
            .toString('latin1')
            .replace(/(stsd.{12})avc1/s, '$1encv'),
          'latin1',
        ),
      'encrypted',
    ],
    ['half of its frames', (c) => c.startingWith(c.ftyp).subarray(0, 200_000), 'incomplete'],
    ['all but its last byte', (c) => c.startingWith(c.ftyp).subarray(0, -1), 'incomplete'],
    ['a truncated last fragment', (clip) => fragmented(clip, 4).subarray(0, -500), 'incomplete'],
  ])('reports the damage of a file with %s', async (_what, spoil, damage) => {
    expect(await factsOf(await spoil(await ClipParts.read()), 'video/mp4')).toMatchObject({
      format: 'mp4',
      damage,
    });
  });

  it.each([
    ['no frame', { frames: 0 }, 'unreadable'],
    ['no picture size', { size: 100 }, 'unreadable'],
    ['a truncated end', { size: 6000 }, 'incomplete'],
    ['everything', {}, undefined],
    ['a browser recording without a duration', { isRecording: true }, undefined],
  ])(
    'reports the damage of a WebM with %s',
    async (
      _what,
      { frames = 30, size, isRecording }: { frames?: number; size?: number; isRecording?: boolean },
      damage,
    ) => {
      const facts = await factsOf(webm(frames, isRecording).subarray(0, size), 'video/webm');

      expect(facts?.damage).toBe(damage);
      if (!damage) expect(facts).toMatchObject({ format: 'webm', codec: 'vp8', width: 540, height: 960 });
    },
  );

  it('returns null when the store fails, so that the facts are read again', async () => {
    const gone = path.join(folder, 'gone');

    expect(await reader.read({ name: gone, sizeBytes: 1000, mediaType: 'video/mp4' })).toBeNull();
    expect(await reader.read({ name: gone, sizeBytes: 1000, mediaType: 'image/jpeg' })).toBeNull();
  });

  it.each([
    ['is truncated', (clip: Buffer) => clip.subarray(0, 20_000)],
    ['is noise after its first bytes', (clip: Buffer) => noise(clip)],
    ['has only its first bytes', (clip: Buffer) => clip.subarray(0, 12)],
    [
      'has boxes of random sizes',
      (clip: Buffer) => Buffer.from(clip.map((byte, i) => (i % 97 === 32 ? 255 : byte))),
    ],
  ])('omits unreadable facts and keeps working when a file %s', async (_how, spoil) => {
    const facts = await factsOf(spoil(await readFile(CLIP)), 'video/mp4');

    expect(facts).not.toBeNull();
    expect(await factsOf(await readFile(CLIP), 'video/mp4')).toMatchObject({ codec: 'h264' });
  });

  it('stops the worker when the library loops forever', async () => {
    const library = path.join(folder, 'endless.cjs');
    await writeFile(library, 'exports.default = async () => { for (;;); };');

    const reading = mediaInfoOf(1000, neverRead, AbortSignal.timeout(300), library);

    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('rejects when the library crashes', async () => {
    const library = path.join(folder, 'abort.cjs');
    await writeFile(library, 'exports.default = async () => { process.exit(134); };');

    const reading = mediaInfoOf(1000, neverRead, AbortSignal.timeout(10_000), library);

    await expect(reading).rejects.toThrow(/without a result/);
  });
});

describe('MediaFactsReader for photos', () => {
  it.each(['jpeg', 'webp', 'png'] as const)('reads the facts from the bytes: %s', async (format) => {
    const photo = await picture(400, 300).toFormat(format).toBuffer();

    expect(await factsOf(photo, `image/${format}`)).toEqual({ format, width: 400, height: 300 });
  });

  it('applies the orientation', async () => {
    const turned = await picture(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();

    expect(await factsOf(turned, 'image/jpeg')).toMatchObject({ width: 300, height: 400 });
  });

  it('reads the header of a photo that is too large to decode', async () => {
    const huge = await picture(400, 300).jpeg().toBuffer();
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(60_000, frame + 5);
    huge.writeUInt16BE(60_001, frame + 7);

    expect(await factsOf(huge, 'image/jpeg')).toMatchObject({ width: 60_001, height: 60_000 });
  });

  it.each<[string, (photo: Buffer) => Buffer, Partial<MediaFacts>]>([
    ['is truncated in its header', (photo) => photo.subarray(0, 300), { damage: 'unreadable' }],
    [
      'has only its first bytes',
      (photo) => Buffer.concat([photo.subarray(0, 11), Buffer.alloc(100)]),
      { damage: 'unreadable' },
    ],
    [
      'is text',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
      { damage: 'unreadable' },
    ],
    ['is truncated', (photo) => photo.subarray(0, 20_000), { width: 1080, damage: 'incomplete' }],
    ['lacks its last bytes', (photo) => photo.subarray(0, -10), { width: 1080, damage: 'incomplete' }],
    ['has extra bytes at its end', (photo) => Buffer.concat([photo, Buffer.from('more')]), { width: 1080 }],
  ])('reports the damage of a JPEG that %s', async (_what, spoil, expected) => {
    const facts = await factsOf(spoil(await fixture('photo-1080.jpg')), 'image/jpeg');

    expect(facts).toMatchObject(expected);
    expect(facts?.damage).toBe(expected.damage);
  });

  it('reports a real-world truncated photo', async () => {
    expect(await factsOf(await fixture('odd/cut.jpg'), 'image/jpeg')).toMatchObject({ damage: 'incomplete' });
  });

  it.each([
    ['a truncated file', (photo: Buffer) => photo.subarray(0, photo.length / 2), 'unreadable'],
    ['a file with a gap', (photo: Buffer) => Buffer.from(photo).fill(0, 2000, 3000), 'unreadable'],
    ['an intact file', (photo: Buffer) => photo, undefined],
  ])('reports the damage of a WebP: %s', async (_what, spoil, damage) => {
    const webp = await sharp(await fixture('photo-1080.jpg'))
      .webp()
      .toBuffer();

    expect((await factsOf(spoil(webp), 'image/webp'))?.damage).toBe(damage);
  });
});

/** Returns deterministic noise. */
function noise(clip: Buffer): Buffer {
  let state = 7;
  return Buffer.from(
    clip.map((byte, at) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return at < 32 ? byte : state >> 16;
    }),
  );
}
