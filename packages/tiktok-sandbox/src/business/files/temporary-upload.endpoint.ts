import { randomUUID } from 'node:crypto';
import type { AdvertiserCall } from '../wire/business-call.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import type { TemporaryFile } from './creative-files.js';
import { imageSize } from './image-size.js';
import { requireHttpUrl, requireSignedFile } from './upload-rules.js';

export const CONTENT_TYPES = ['image', 'music', 'video', 'playable'] as const;

const MAX_BYTES = 100_000_000;
const LIFETIME_MS = 86_400_000;
const USUAL = { width: 720, height: 1280 };

/** A file that is not a creative yet; it waits for a day. */
export const temporaryUpload = advertiserEndpoint({
  method: 'POST',
  path: '/file/temporarily/upload/',
  handle(call) {
    const { params } = call;
    const contentType = params.requireOneOf('content_type', CONTENT_TYPES);
    if (params.requireOneOf('upload_type', ['FILE', 'URL']) === 'URL') {
      const url = requireHttpUrl(call, 'url');
      const name = params.text('name') ?? new URL(url).pathname.split('/').at(-1) ?? '';
      return { file_id: keep(call, { name, contentType, bytes: 1_000_000, md5: '', ...USUAL }).id };
    }
    const { name, bytes, md5, head } = requireSignedFile(call, 'file', 'signature', MAX_BYTES);
    const { width, height } = imageSize(head) ?? USUAL;
    const file = { name: params.text('name') ?? name, contentType, bytes, md5, width, height };
    return { file_id: keep(call, file).id };
  },
});

export function keep(
  { tables, advertiser, now }: AdvertiserCall,
  file: Omit<TemporaryFile, 'id' | 'advertiserId' | 'expiresAt'>,
): TemporaryFile {
  const id = randomUUID();
  const expiresAt = now + LIFETIME_MS;
  return tables.temporaryFiles.add({ ...file, id, advertiserId: advertiser.id, expiresAt });
}
