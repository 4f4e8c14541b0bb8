import type { IncomingHttpHeaders } from 'node:http';
import { chunkEnd } from '../posting/chunk-rule.js';
import { type ContentRange, parseContentRange } from './content-range.js';
import type { Upload } from './upload.store.js';

const CONTENT_TYPES = new Set(['video/mp4', 'video/quicktime', 'video/webm']);

/** A refusal before any byte is read. */
export interface ChunkRefusal {
  readonly status: 400 | 403 | 404 | 416;
  readonly reason: string;
}

/** Checks that a PUT delivers the next chunk. Source: reference §5.5. */
export function admitChunk(
  upload: Upload | undefined,
  headers: IncomingHttpHeaders,
  nowMs: number,
): ContentRange | ChunkRefusal {
  if (!upload) return { status: 404, reason: 'no such upload task' };
  if (upload.expiresAt <= nowMs) return { status: 403, reason: 'upload_url expired' };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!CONTENT_TYPES.has(type)) return { status: 400, reason: 'Content-Type is not a video type' };
  const range = parseContentRange(headers['content-range']);
  if (!range) return { status: 400, reason: 'Content-Range is missing or malformed' };
  if (Number(headers['content-length'] ?? Number.NaN) !== range.last - range.first + 1)
    return { status: 400, reason: 'Content-Length does not fit Content-Range' };
  return continues(upload, range)
    ? range
    : { status: 416, reason: 'Content-Range does not match the progress' };
}

/** Requires chunks in order, with the sizes declared at init. */
export function continues(upload: Upload, range: ContentRange): boolean {
  const { receivedBytes, totalBytes } = upload.publication;
  return (
    range.total === totalBytes &&
    range.first === receivedBytes &&
    range.last === chunkEnd(upload.plan, range.first)
  );
}
