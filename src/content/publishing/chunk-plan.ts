import { MAX_VIDEO_BYTES } from '../rules/post-limits.js';

/** How a file is cut for TikTok. Sizes in bytes. */
export interface ChunkPlan {
  chunkSize: number;
  chunkCount: number;
}

/** A part of the file; `first` and `last` are inclusive offsets. */
export interface ChunkRange {
  first: number;
  last: number;
}

// TikTok does not say whether its MB are decimal or binary. These limits are valid for both.
const SINGLE_CHUNK_MAX = 64_000_000;
const CHUNK_MIN = 5_242_880;
const CHUNKS_MAX = 1_000;
// 10,000,000 gives six or more chunks above 64 MB: a plan with one chunk must cover the whole file.
const CHUNK_SIZES = [10_000_000, CHUNK_MIN, 33_554_432, SINGLE_CHUNK_MAX];

/**
 * Returns the plans to try, best first: one chunk up to 64 MB, else chunks of 10 MB where the last takes the rest
 * (`count = floor(size / chunk)`). The other plans are for when TikTok rejects a chunk size, which it has done to valid ones.
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 * @returns at least one
 * @throws RangeError for sizes that TikTok does not accept
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
 * Returns the chunk to send when TikTok has `receivedBytes`. It starts there, even in the middle of a chunk.
 * @returns undefined once TikTok has everything
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
 * Returns where to resume when TikTok expects another part. Its progress header is documented as
 * `bytes 0-{UPLOADED_BYTES}/{TOTAL}`, which may be a count or, as in HTTP, the last byte's offset. TikTok counts whole chunks
 * only, so the reading that ends a chunk is right.
 */
export function resumeOffset(sizeBytes: number, chunkSize: number, reported: number): number {
  const endsChunk = (offset: number) => offset === sizeBytes || offset % chunkSize === 0;
  return !endsChunk(reported) && endsChunk(reported + 1) ? reported + 1 : reported;
}
