import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { answer, type components } from 'tiktok-connector-client';
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

type Schemas = components['schemas'];
type Post = Partial<Schemas['InitPhotoUploadDto']>;

/** Calls `init-photo-upload` with a valid post. */
export function beginPhotos(
  api: ApiClient,
  post: Post & Pick<Schemas['InitPhotoUploadDto'], 'photoCount'>,
): Promise<Schemas['InitPhotoUploadAnswer']> {
  const body = {
    title: 'Five looks',
    caption: 'Spring is here #springfashion',
    privacyLevel: 'PUBLIC_TO_EVERYONE' as const,
    ...post,
  };
  return answer(api.typed.POST('/api/upstream/call/tiktok-provider/init-photo-upload', { body }));
}

/** A publication whose photos are uploaded. */
export async function readyPhotos(api: ApiClient, photos: Buffer[], post: Post = {}): Promise<string> {
  const { publishId, uploadUrls } = await beginPhotos(api, { photoCount: photos.length, ...post });
  for (const [position, bytes] of photos.entries()) {
    const { status, body } = await upload(api, uploadUrls[position] ?? '', bytes, 'raw');
    if (status !== 200) throw new Error(`the upload answered ${JSON.stringify(body)}`);
  }
  return publishId;
}
