import { imageFileId } from '../files/file-ids.js';
import { imageSize } from '../files/image-size.js';
import { BusinessError, missing } from '../wire/business-error.js';
import { accountEndpoint } from '../wire/endpoint.js';

const MAX_BYTES = 5_000_000;
/** The assumed size of a WebP image. */
const UNMEASURED = { width: 720, height: 1280 };

/** Uploads a picture for a comment. Source: inbox reference §2. */
export const commentImageUpload = accountEndpoint({
  method: 'POST',
  path: '/business/comment/image/upload/',
  scopes: ['comment.list.manage'],
  handle({ files }) {
    const file = files.get('image_file');
    if (!file) throw missing('image_file');
    if (file.bytes > MAX_BYTES) throw new BusinessError(40_907, 'image_file: Must be at most 5 MB.');
    const size = imageSize(file.head) ?? (isWebp(file.head) ? UNMEASURED : undefined);
    if (!size) throw new BusinessError(40_908, 'image_file: The file is no JPEG, PNG or WebP image.');
    return { image_uri: imageFileId(file.md5), width: size.width, height: size.height };
  },
});

function isWebp(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
}
