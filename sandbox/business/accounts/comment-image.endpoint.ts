import { imageFileId } from '../files/file-ids.js';
import { imageSize } from '../files/image-size.js';
import { invalidParam, missing } from '../wire/business-error.js';
import { accountEndpoint } from '../wire/endpoint.js';

const MAX_BYTES = 5_000_000;

/** A picture to be used in a comment. */
export const commentImageUpload = accountEndpoint({
  method: 'POST',
  path: '/business/comment/image/upload/',
  scopes: ['comment.list.manage'],
  handle({ files }) {
    const file = files.get('image_file');
    if (!file) throw missing('image_file');
    if (file.bytes > MAX_BYTES) throw invalidParam('image_file: Must be at most 5 MB.');
    const { width, height } = imageSize(file.head) ?? { width: 720, height: 1280 };
    return { image_uri: imageFileId(file.md5), width, height };
  },
});
