import { readFile } from 'node:fs/promises';
import path from 'node:path';

// Jest runs in the root of the repository.
const FIXTURES = path.resolve('test/fixtures');

export function fixture(name: string): Promise<Buffer> {
  return readFile(path.join(FIXTURES, name));
}

/** Builds an MP4 box. */
export function box(type: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

export function fileType(major: string, ...compatible: string[]): Buffer {
  return box('ftyp', Buffer.from(`${major}\0\0\x02\0${[major, ...compatible].join('')}`, 'latin1'));
}

/** The boxes of the fixture clip, in this order: `ftyp`, `moov`, `free`, `mdat`. */
export class ClipParts {
  private constructor(
    readonly ftyp: Buffer,
    readonly moov: Buffer,
    readonly free: Buffer,
    readonly mdat: Buffer,
  ) {}

  static async read(): Promise<ClipParts> {
    const clip = await fixture('clip-540x960-4s.mp4');
    const parts: Buffer[] = [];
    for (let at = 0; at < clip.length; at += clip.readUInt32BE(at))
      parts.push(clip.subarray(at, at + clip.readUInt32BE(at)));
    const [first, moov, free, mdat] = parts;
    if (!first || !moov || !free || !mdat) throw new Error('the fixture clip has unexpected boxes');
    return new ClipParts(first, moov, free, mdat);
  }

  /** Replaces the first box of the video. */
  startingWith(...start: Buffer[]): Buffer {
    const head = Buffer.concat(start);
    return Buffer.concat([head, this.moovMovedBy(head.length - this.ftyp.length), this.free, this.mdat]);
  }

  /** Moves the index after the frames, as cameras write it. */
  indexLast(...start: Buffer[]): Buffer {
    const head = Buffer.concat(start);
    const before = this.ftyp.length + this.moov.length + this.free.length;
    return Buffer.concat([head, this.mdat, this.moovMovedBy(head.length - before)]);
  }

  /** Shifts the frame offsets in the index. */
  private moovMovedBy(bytes: number): Buffer {
    const moov = Buffer.from(this.moov);
    for (let at = moov.indexOf('stco'); at >= 0; at = moov.indexOf('stco', at + 1)) {
      const count = moov.readUInt32BE(at + 8);
      for (let entry = at + 12; entry < at + 12 + 4 * count; entry += 4)
        moov.writeUInt32BE(moov.readUInt32BE(entry) + bytes, entry);
    }
    return moov;
  }
}

// Two seconds at 30 frames per second, in the track's time scale.
const [FRAMES, TICKS] = [60, 512];
const u32 = (...numbers: number[]) => {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
};
const full = (type: string, ...numbers: number[]) => box(type, u32(0, ...numbers));

/**
 * Builds a fragmented MP4, as browsers and streaming tools write it: an index without frames, then fragments of 30 frames.
 * @param fragments the number of fragments, which can be 0
 */
export function fragmented(clip: ClipParts, fragments: number): Buffer {
  const frame = clip.mdat.subarray(8, 1008);
  const fragment = (sequence: number) => {
    const run = (offset: number) =>
      box(
        'trun',
        u32(0x000301, 30, offset, ...Array.from({ length: 30 }, () => [TICKS, frame.length]).flat()),
      );
    const moof = (offset: number) =>
      box(
        'moof',
        full('mfhd', sequence),
        box('traf', box('tfhd', u32(0x020000, 1)), full('tfdt', 0), run(offset)),
      );
    return Buffer.concat([
      moof(moof(0).length + 8),
      box('mdat', Buffer.concat(Array.from({ length: 30 }, () => frame))),
    ]);
  };
  return Buffer.concat([
    fileType('iso6', 'mp41', 'dash'),
    emptyIndex(clip.moov),
    ...Array.from({ length: fragments }, (_, index) => fragment(index + 1)),
  ]);
}

/** Builds an index of the clip's first track without frames. */
function emptyIndex(moov: Buffer): Buffer {
  const tables = [full('stts', 0), full('stsc', 0), full('stsz', 0, 0), full('stco', 0)];
  return indexOf(moov, 0, tables, box('mvex', full('trex', 1, 1, 0, 0, 0)));
}

/**
 * Builds an MP4 of an exact size: the clip's first track with two seconds of one-byte frames, followed by noise.
 * @param noise at least as many bytes as remain
 */
export function smallVideo(clip: ClipParts, size: number, noise: Buffer): Buffer {
  const tables = (offset: number) => [
    full('stts', 1, FRAMES, TICKS),
    full('stsc', 1, 1, FRAMES, 1),
    full('stsz', 1, FRAMES),
    full('stco', 1, offset),
  ];
  const moov = (offset: number) => indexOf(clip.moov, FRAMES * TICKS, tables(offset));
  const before = clip.ftyp.length + moov(0).length;
  if (size < before + 8 + FRAMES) throw new RangeError(`the smallest size is ${before + 8 + FRAMES} bytes`);
  return Buffer.concat([clip.ftyp, moov(before + 8), box('mdat', noise.subarray(0, size - before - 8))]);
}

/** Builds an index. @param ticks the duration @param tables frame tables with offsets from the start of the file */
function indexOf(moov: Buffer, ticks: number, tables: Buffer[], ...more: Buffer[]): Buffer {
  const shown = Math.round((ticks / TICKS / 30) * 1000);
  const minf = box('minf', moov.subarray(345, 401), box('stbl', moov.subarray(409, 595), ...tables));
  const mdia = box('mdia', lasting(moov.subarray(260, 292), 24, ticks), moov.subarray(292, 337), minf);
  const trak = box('trak', lasting(moov.subarray(124, 216), 28, shown), mdia);
  return box('moov', lasting(moov.subarray(8, 116), 24, shown), trak, ...more);
}

/** Overwrites the duration at an offset. */
function lasting(bytes: Buffer, at: number, duration: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(duration, at);
  return copy;
}
