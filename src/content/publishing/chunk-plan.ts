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

// TikTok does not say whether its MB are decimal or binary. 64,000,000 is at most 64 MB in both readings, and
// 10,000,000 always gives a count of six or more above it: a plan with one chunk must cover the whole file.
const SINGLE_CHUNK_MAX = 64_000_000;
const CHUNK_SIZE = 10_000_000;
export const MAX_VIDEO_BYTES = 4_000_000_000;

/**
 * One chunk up to 64 MB, else chunks of 10 MB of which the last takes the rest (`count = floor(size / chunk)`).
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 * @throws RangeError for sizes that TikTok does not take
 */
export function chunkPlan(sizeBytes: number): ChunkPlan {
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > MAX_VIDEO_BYTES) {
    throw new RangeError(`a video has 1 to ${MAX_VIDEO_BYTES} bytes, not ${sizeBytes}`);
  }
  if (sizeBytes <= SINGLE_CHUNK_MAX) return { chunkSize: sizeBytes, chunkCount: 1 };
  return { chunkSize: CHUNK_SIZE, chunkCount: Math.floor(sizeBytes / CHUNK_SIZE) };
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
