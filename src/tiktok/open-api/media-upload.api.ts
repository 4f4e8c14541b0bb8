import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { TikTokApiError, TikTokUnavailableError } from '../http/tiktok-errors.js';
import { TikTokTransport, type RawResponse } from '../http/transport.js';

/** One part of a file. `first` and `last` are offsets in bytes, both inclusive. */
export interface Chunk {
  first: number;
  last: number;
  total: number;
}

/** The chunk was accepted, or TikTok expects another one. */
export type ChunkResult =
  | { taken: true }
  /** `reported` is the number in TikTok's progress header: the bytes that it has, or the offset of the last one. */
  | { taken: false; reported: number };

@Injectable()
export class MediaUploadApi {
  constructor(private readonly transport: TikTokTransport) {}

  /**
   * Sends one chunk to an `upload_url`, which carries its own token.
   * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
   * @throws TikTokApiError if the upload has ended (`upload_url_expired`, `upload_not_found`, `upload_refused`);
   *   TikTokNetworkError or TikTokUnavailableError if the same chunk may be sent again
   */
  async putChunk(
    uploadUrl: string,
    mediaType: string,
    chunk: Chunk,
    body: Readable,
    signal: AbortSignal,
  ): Promise<ChunkResult> {
    const response = await this.transport.sendBytes(uploadUrl, {
      method: 'PUT',
      body,
      signal,
      headers: {
        'content-type': mediaType,
        'content-length': String(chunk.last - chunk.first + 1),
        'content-range': `bytes ${chunk.first}-${chunk.last}/${chunk.total}`,
      },
    });
    return read(response);
  }
}

function read(response: RawResponse): ChunkResult {
  const { status } = response;
  if (status === 206 || status === 201 || status === 200) return { taken: true };
  const reported = progressOf(response.headers['content-range']);
  if (status === 416 && reported !== undefined) return { taken: false, reported };
  // The upload host sends a status without a code, so these codes are ours.
  const family = 'connector' as const;
  const origin = { family, path: response.path.replace(/[^/]+\/?$/, '…'), httpStatus: status };
  if (status === 403) throw new TikTokApiError('upload_url_expired', 'the upload URL has expired', origin);
  if (status === 404) throw new TikTokApiError('upload_not_found', 'no such upload', origin);
  if (status === 429 || status >= 500) throw new TikTokUnavailableError(origin, 'the chunk was not accepted');
  throw new TikTokApiError('upload_refused', `the chunk was refused with HTTP ${status}`, origin);
}

/** `bytes 0-{UPLOADED_BYTES}/{TOTAL}` */
function progressOf(header: string | string[] | undefined): number | undefined {
  const match = /^bytes 0-(\d+)\/\d+$/.exec(typeof header === 'string' ? header : '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
