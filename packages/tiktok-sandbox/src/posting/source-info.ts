import { type JsonObject, objectAt } from '../open-api/api-call.js';
import { invalidParams } from '../open-api/open-api-error.js';
import type { Settings } from '../settings.js';
import { chunkProblem, type DeclaredUpload } from './chunk-rule.js';
import { EMPTY_SOURCE, requireOwnedUrl } from './owned-url.js';

export type VideoSource = { readonly source: 'FILE_UPLOAD'; readonly upload: DeclaredUpload } | PullSource;

export interface PullSource {
  readonly source: 'PULL_FROM_URL';
  readonly urls: readonly string[];
  /** Null for videos. */
  readonly coverIndex: number | null;
}

/** Reads a video's `source_info`. @throws OpenApiError */
export function readVideoSource(body: JsonObject, settings: Settings): VideoSource {
  const info = objectAt(body, 'source_info');
  if (info['source'] === 'FILE_UPLOAD') {
    const upload = {
      videoSize: Number(info['video_size']),
      chunkSize: Number(info['chunk_size']),
      chunkCount: Number(info['total_chunk_count']),
    };
    const isDeclared = ['video_size', 'chunk_size', 'total_chunk_count'].every(
      (key) => typeof info[key] === 'number',
    );
    if (!isDeclared) throw invalidParams(EMPTY_SOURCE);
    const complaint = chunkProblem(upload, settings.megabyte);
    if (complaint) throw invalidParams(complaint);
    return { source: 'FILE_UPLOAD', upload };
  }
  if (info['source'] !== 'PULL_FROM_URL' || typeof info['video_url'] !== 'string')
    throw invalidParams(EMPTY_SOURCE);
  requireOwnedUrl(info['video_url'], settings);
  return { source: 'PULL_FROM_URL', urls: [info['video_url']], coverIndex: null };
}

const MAX_PHOTOS = 35;

/** Reads a photo post's `source_info`. @throws OpenApiError */
export function readPhotoSource(body: JsonObject, settings: Settings): PullSource {
  const info = objectAt(body, 'source_info');
  const images = info['photo_images'];
  const cover = info['photo_cover_index'];
  if (info['source'] !== 'PULL_FROM_URL' || !Array.isArray(images)) throw invalidParams(EMPTY_SOURCE);
  const urls = images.filter((url): url is string => typeof url === 'string');
  if (urls.length !== images.length || urls.length < 1 || urls.length > MAX_PHOTOS)
    throw invalidParams('The number of photos is invalid');
  if (typeof cover !== 'number' || !Number.isSafeInteger(cover) || cover < 0 || cover >= urls.length)
    throw invalidParams('The photo cover index is invalid');
  for (const url of urls) requireOwnedUrl(url, settings);
  return { source: 'PULL_FROM_URL', urls, coverIndex: cover };
}
