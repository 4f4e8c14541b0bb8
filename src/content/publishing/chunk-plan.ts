import { MAX_VIDEO_BYTES } from '../rules/post-limits.js';

/** How a file goes to TikTok. Sizes in bytes. */
export interface ChunkPlan {
  chunkSize: number;
  chunkCount: number;
}

/** A part of the file; `first` and `last` are inclusive offsets. */
export interface ChunkRange {
  first: number;
  last: number;
}

// TikTok does not say whether its MB are decimal or binary: these limits hold in both readings.
const SINGLE_CHUNK_MAX = 64_000_000;
const CHUNK_MIN = 5_242_880;
const CHUNKS_MAX = 1_000;
// 10,000,000 always gives a count of six or more above 64 MB: a plan with one chunk must cover the whole file.
const CHUNK_SIZES = [10_000_000, CHUNK_MIN, 33_554_432, SINGLE_CHUNK_MAX];

/**
 * How a file may be cut, the likeliest first: one chunk up to 64 MB, else chunks of 10 MB of which the last takes the
 * rest (`count = floor(size / chunk)`). The others are for when TikTok calls a chunk size invalid, which it has done to
 * plans within its own rules.
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 * @returns at least one
 * @throws RangeError for sizes that TikTok does not take
 */
export function chunkPlans(sizeBytes: number): [ChunkPlan, ...ChunkPlan[]] {
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > MAX_VIDEO_BYTES) {
    throw new RangeError(`a video has 1 to ${MAX_VIDEO_BYTES} bytes, not ${sizeBytes}`);
  }
  const whole = { chunkSize: sizeBytes, chunkCount: 1 };
  const cut = CHUNK_SIZES.map((chunkSize) => ({ chunkSize, chunkCount: Math.floor(sizeBytes / chunkSize) }));
  const several = cut.filter(({ chunkCount }) => chunkCount > 1 && chunkCount <= CHUNKS_MAX);
  const [first, ...others] = several;
  return sizeBytes <= SINGLE_CHUNK_MAX || !first ? [whole, ...several] : [first, ...others];
}

/**
 * The chunk to send when TikTok holds `receivedBytes`. Begins there even when that is no chunk's start.
 * @returns undefined when everything is there
 */
export function nextChunk(
  sizeBytes: number,
  chunkSize: number,
  receivedBytes: number,
): ChunkRange | undefined {
  if (receivedBytes >= sizeBytes) return undefined;
  const lastIndex = Math.max(Math.floor(sizeBytes / chunkSize) - 1, 0);
  const index = Math.min(Math.floor(receivedBytes / chunkSize), lastIndex);
  const last = index === lastIndex ? sizeBytes - 1 : (index + 1) * chunkSize - 1;
  return { first: receivedBytes, last };
}

/**
 * Where to go on when TikTok says that it expects another part. Its progress header is documented as
 * `bytes 0-{UPLOADED_BYTES}/{TOTAL}`, which may mean a count or, as in HTTP, the last byte's offset. Only whole chunks
 * count, so the reading that ends a chunk is the right one.
 */
export function resumeOffset(sizeBytes: number, chunkSize: number, reported: number): number {
  const endsChunk = (offset: number) => offset === sizeBytes || offset % chunkSize === 0;
  return !endsChunk(reported) && endsChunk(reported + 1) ? reported + 1 : reported;
}
