import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_VIDEO_BYTES } from '../rules/post-limits.js';
import { chunkPlans, nextChunk, resumeOffset, type ChunkPlan, type ChunkRange } from './chunk-plan.js';

const MIB = 1024 * 1024;

function allChunks(size: number, { chunkSize }: ChunkPlan): ChunkRange[] {
  const chunks: ChunkRange[] = [];
  for (let next = nextChunk(size, chunkSize, 0); next; next = nextChunk(size, chunkSize, next.last + 1))
    chunks.push(next);
  return chunks;
}

/** Lists TikTok's rules that the plans break, reading "MB" in the stricter way each time. */
function violations(size: number): string[] {
  return chunkPlans(size).flatMap((plan) => violationsOf(size, plan));
}

function violationsOf(size: number, plan: ChunkPlan): string[] {
  const { chunkSize, chunkCount } = plan;
  const chunks = allChunks(size, plan);
  const longest = Math.max(...chunks.map(({ first, last }) => last - first + 1));
  const gapless = chunks.every(({ first }, index) => first === (chunks[index - 1]?.last ?? -1) + 1);
  const rules: [string, boolean][] = [
    ['the count is floor(size / chunk size)', chunkCount === Math.floor(size / chunkSize)],
    ['there are as many chunks as announced', chunks.length === chunkCount],
    ['at most 1000 chunks', chunkCount <= 1000],
    ['a single chunk is the whole file', chunkCount > 1 || chunkSize === size],
    ['more than 64 MB needs several chunks', size <= 64_000_000 || chunkCount > 1],
    ['a chunk has at least 5 MB', chunkCount === 1 || chunkSize >= 5 * MIB],
    ['a chunk has at most 64 MB', chunkSize <= 64_000_000],
    ['the last chunk has at most 128 MB', longest <= 128_000_000],
    ['the chunks cover the file without gaps', gapless && chunks.at(-1)?.last === size - 1],
  ];
  return rules.filter(([, kept]) => !kept).map(([rule]) => rule);
}

describe('chunkPlans', () => {
  it.each([
    1,
    5 * MIB - 1,
    5 * MIB,
    63_999_999,
    64_000_000,
    64_000_001,
    64 * MIB,
    70_000_000,
    79_999_999,
    94_000_000,
    MAX_VIDEO_BYTES,
  ])('is acceptable for %i bytes', (size) => expect(violations(size)).toEqual([]));

  it('is acceptable for every size', () => {
    const size = fc.integer({ min: 1, max: MAX_VIDEO_BYTES });
    fc.assert(
      fc.property(size, (bytes) => violations(bytes).length === 0),
      { numRuns: 2000 },
    );
  });

  it('starts with one chunk up to 64 MB, and with 10 MB chunks above', () => {
    expect(chunkPlans(64_000_000)[0]).toEqual({ chunkSize: 64_000_000, chunkCount: 1 });
    expect(chunkPlans(64_000_001)[0]).toEqual({ chunkSize: 10_000_000, chunkCount: 6 });
    expect(chunkPlans(MAX_VIDEO_BYTES)[0]).toEqual({ chunkSize: 10_000_000, chunkCount: 400 });
  });

  it('offers distinct plans, and an alternative wherever the rules allow one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_VIDEO_BYTES }), (size) => {
        const sizes = chunkPlans(size).map(({ chunkSize }) => chunkSize);
        expect(new Set(sizes).size).toBe(sizes.length);
        expect(sizes.length > 1).toBe(size >= 2 * 5 * MIB);
      }),
    );
  });

  it.each([0, -1, 1.5, MAX_VIDEO_BYTES + 1, Number.NaN])('rejects %p bytes', (size) => {
    expect(() => chunkPlans(size)).toThrow(RangeError);
  });
});

describe('nextChunk', () => {
  it("cuts TikTok's worked example as their guide does", () => {
    const chunks = [0, 10_000_000, 20_000_000, 30_000_000, 40_000_000].map((at) =>
      nextChunk(50_000_123, 10_000_000, at),
    );
    expect(chunks.at(-1)).toEqual({ first: 40_000_000, last: 50_000_122 });
    expect(chunks[0]).toEqual({ first: 0, last: 9_999_999 });
  });

  it('resumes from wherever TikTok is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_VIDEO_BYTES }), fc.nat(), (size, at) => {
        const received = at % size;
        const next = nextChunk(size, chunkPlans(size)[0].chunkSize, received);
        expect(next?.first).toBe(received);
        expect(next && next.last >= received && next.last < size).toBe(true);
      }),
    );
  });
});

describe('resumeOffset', () => {
  it.each([
    ['a count', 10_000_000, 10_000_000],
    ["the last byte's offset", 9_999_999, 10_000_000],
    ['a count of nothing', 0, 0],
    ['the whole file as a count', 50_000_123, 50_000_123],
    ["the whole file by its last byte's offset", 50_000_122, 50_000_123],
  ])('understands %s', (_meaning, reported, offset) => {
    expect(resumeOffset(50_000_123, 10_000_000, reported)).toBe(offset);
  });
});
