import { Injectable } from '@nestjs/common';
import type { FormFile } from '../http/form-body.js';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { AdFileKind } from './ad-file.api.js';
import { BusinessClient } from './business-client.js';

/** The bytes that TikTok expects next, `end` exclusive. Equal offsets: it has all of them. */
export interface NextChunk {
  start: number;
  end: number;
}

interface Offsets {
  start_offset?: number;
  end_offset?: number;
}

/** The least size that TikTok takes in chunks. */
export const MIN_CHUNKED_BYTES = 20_000_000;

/**
 * Files that are sent in chunks, because a call may take 10 s only. The result is a `file_id`, valid for 24 h. Nothing of it
 * shows in the account, so the whole transfer may be repeated.
 */
@Injectable()
export class AdChunkApi {
  constructor(private readonly client: BusinessClient) {}

  async start(
    caller: AdCaller,
    file: { name: string; size: number; kind: AdFileKind },
  ): Promise<{ uploadId: string; next: NextChunk }> {
    const body = {
      advertiser_id: caller.advertiserId,
      size: file.size,
      name: file.name,
      content_type: file.kind,
    };
    const path = '/file/start/upload/';
    const data = await this.client.post<Offsets & { upload_id?: string }>(
      advertiserCaller(caller),
      path,
      body,
    );
    return { uploadId: data.upload_id ?? '', next: nextOf(data) };
  }

  async transfer(
    caller: AdCaller,
    chunk: { uploadId: string; start: number; md5: string; file: Omit<FormFile, 'field'> },
  ): Promise<NextChunk> {
    const fields = {
      advertiser_id: caller.advertiserId,
      upload_id: chunk.uploadId,
      signature: chunk.md5,
      start_offset: String(chunk.start),
    };
    const file = { ...chunk.file, field: 'file' };
    const path = '/file/transfer/upload/';
    return nextOf(await this.client.postForm<Offsets>(advertiserCaller(caller), path, fields, file));
  }

  /** @returns the id of the file, if TikTok sends one */
  async finish(caller: AdCaller, uploadId: string): Promise<string | undefined> {
    const body = { advertiser_id: caller.advertiserId, upload_id: uploadId };
    const path = '/file/finish/upload/';
    const { file_id: id } = await this.client.post<{ file_id?: string }>(
      advertiserCaller(caller),
      path,
      body,
    );
    return id;
  }
}

function nextOf({ start_offset: start, end_offset: end }: Offsets): NextChunk {
  return { start: start ?? 0, end: end ?? 0 };
}
