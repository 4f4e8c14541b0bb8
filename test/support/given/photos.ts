import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { ApiClient } from '../api-client.js';
import { upload } from './uploads.js';

/** A random picture of the smallest size of a photo. */
export async function photo(format: 'jpeg' | 'webp' | 'png' = 'jpeg'): Promise<Buffer> {
  const [width, height] = [540, 960];
  const raw = randomBytes(width * height * 3);
  return await sharp(raw, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

export interface BegunPhotos {
  publishId: string;
  status: string;
  uploadUrls: string[];
}

/** Calls `init-photo-upload` with a valid post. */
export async function beginPhotos(api: ApiClient, post: Record<string, unknown>): Promise<BegunPhotos> {
  const { status, body } = await api.provider<BegunPhotos>('init-photo-upload', {
    title: 'Five looks',
    caption: 'Spring is here #springfashion',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    ...post,
  });
  if (status !== 200) throw new Error(`init-photo-upload answered ${JSON.stringify(body)}`);
  return body;
}

/** A publication whose photos are uploaded. */
export async function readyPhotos(
  api: ApiClient,
  photos: Buffer[],
  post: Record<string, unknown> = {},
): Promise<string> {
  const { publishId, uploadUrls } = await beginPhotos(api, { photoCount: photos.length, ...post });
  for (const [position, bytes] of photos.entries()) {
    const { status, body } = await upload(api, uploadUrls[position] ?? '', bytes, 'raw');
    if (status !== 200) throw new Error(`the upload answered ${JSON.stringify(body)}`);
  }
  return publishId;
}
