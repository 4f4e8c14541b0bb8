import type { Settings } from '../settings.js';

/** What init declares about a file, in bytes. */
export interface DeclaredUpload {
  readonly videoSize: number;
  readonly chunkSize: number;
  readonly chunkCount: number;
}

const MAX_VIDEO_BYTES = 4 * 1024 ** 3;
const MAX_CHUNKS = 1000;

/**
 * Checks the chunk arithmetic of reference §5.5.
 * @returns TikTok's message, or undefined for a valid plan
 */
export function chunkProblem(plan: DeclaredUpload, megabyte: Settings['megabyte']): string | undefined {
  const { videoSize, chunkSize, chunkCount } = plan;
  const { smallest, largest } = chunkBounds(megabyte);
  if (!isCount(videoSize) || videoSize > MAX_VIDEO_BYTES) return 'The video size is invalid';
  if (!isCount(chunkSize) || chunkSize > videoSize || chunkSize > largest) return 'The chunk size is invalid';
  if (!isCount(chunkCount) || chunkCount > MAX_CHUNKS) return 'The total chunk count is invalid';
  if (chunkCount !== Math.floor(videoSize / chunkSize)) return 'The total chunk count is invalid';
  // A lone chunk is the whole video and may be small; several must each have the minimum size.
  if (chunkCount === 1) return chunkSize === videoSize ? undefined : 'The chunk size is invalid';
  return chunkSize < smallest ? 'The chunk size is invalid' : undefined;
}

/** The last byte (inclusive) of the chunk that starts at `first`; the last chunk includes the remainder. */
export function chunkEnd(plan: DeclaredUpload, first: number): number {
  const index = Math.floor(first / plan.chunkSize);
  return index >= plan.chunkCount - 1 ? plan.videoSize - 1 : first + plan.chunkSize - 1;
}

function chunkBounds(megabyte: Settings['megabyte']): { smallest: number; largest: number } {
  return {
    smallest: 5 * (megabyte === 'decimal' ? 1_000_000 : 1_048_576),
    largest: 64 * (megabyte === 'binary' ? 1_048_576 : 1_000_000),
  };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
