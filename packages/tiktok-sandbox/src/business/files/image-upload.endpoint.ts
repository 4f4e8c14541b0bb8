import { createHash } from 'node:crypto';
import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import type { ImageFile } from './creative-files.js';
import { imageFileId } from './file-ids.js';
import { uploadedImageView } from './file-view.js';
import { imageSize } from './image-size.js';
import { requireTemporaryFile } from './temporary-file.js';
import { readFileName, requireFormat, requireHttpUrl, requireSignedFile } from './upload-rules.js';

const UPLOAD_TYPES = ['UPLOAD_BY_FILE', 'UPLOAD_BY_URL', 'UPLOAD_BY_FILE_ID'] as const;
const FORMATS = ['jpg', 'jpeg', 'png'];
const MAX_BYTES = 50_000_000;
const MAX_PIXELS = 3_686_400;
const USUAL = { width: 720, height: 1280 };

type Source = Pick<ImageFile, 'bytes' | 'md5' | 'width' | 'height' | 'format'> & { readonly name: string };

/** The answer's `data` is an object here. Source: business reference §6. */
export const imageUpload = advertiserEndpoint({
  method: 'POST',
  path: '/file/image/ad/upload/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const type = params.oneOf('upload_type', UPLOAD_TYPES) ?? 'UPLOAD_BY_FILE';
    const { name, ...source } = SOURCES[type](call);
    if (source.width * source.height > MAX_PIXELS)
      throw new BusinessError(40_915, `image_file: At most ${MAX_PIXELS} pixels are supported.`);
    const materialId = state.ids.next(now);
    const image = tables.imageFiles.add({
      ...source,
      id: imageFileId(`${advertiser.id}/${materialId}/${source.md5}`),
      advertiserId: advertiser.id,
      fileName: readFileName(call, tables.imageFiles.of(advertiser.id), name),
      materialId,
      createdAt: now,
      modifiedAt: now,
    });
    return uploadedImageView(call, image);
  },
});

const SOURCES: Record<(typeof UPLOAD_TYPES)[number], (call: AdvertiserCall) => Source> = {
  UPLOAD_BY_FILE(call) {
    const { name, bytes, md5, head } = requireSignedFile(call, 'image_file', 'image_signature', MAX_BYTES);
    const size = imageSize(head);
    if (!size) throw new BusinessError(40_908, 'The file is no JPEG or PNG image.');
    return { name, bytes, md5, ...size };
  },
  UPLOAD_BY_URL(call) {
    const url = requireHttpUrl(call, 'image_url');
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    const format = requireFormat(name, FORMATS, 'jpeg');
    return { name, format, bytes: 120_000, md5: createHash('md5').update(url).digest('hex'), ...USUAL };
  },
  UPLOAD_BY_FILE_ID(call) {
    const { name, bytes, md5, width, height } = requireTemporaryFile(call, 'image');
    return { name, bytes, md5, width, height, format: requireFormat(name, FORMATS, 'jpeg') };
  },
};
