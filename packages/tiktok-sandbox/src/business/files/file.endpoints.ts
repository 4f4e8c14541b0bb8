import type { BusinessEndpoint } from '../wire/endpoint.js';
import { CHUNK_UPLOAD_ENDPOINTS } from './chunk-upload.endpoints.js';
import { COMMERCIAL_MUSIC_ENDPOINTS } from './commercial-music.endpoints.js';
import { FILE_READ_ENDPOINTS } from './file-read.endpoints.js';
import { imageUpload } from './image-upload.endpoint.js';
import { MUSIC_ENDPOINTS } from './music.endpoints.js';
import { fileNameCheck } from './name-check.endpoint.js';
import { suggestCover } from './suggest-cover.endpoint.js';
import { temporaryUpload } from './temporary-upload.endpoint.js';
import { videoUpload } from './video-upload.endpoint.js';

export const FILE_ENDPOINTS: readonly BusinessEndpoint[] = [
  videoUpload,
  imageUpload,
  ...FILE_READ_ENDPOINTS,
  suggestCover,
  fileNameCheck,
  temporaryUpload,
  ...CHUNK_UPLOAD_ENDPOINTS,
  ...MUSIC_ENDPOINTS,
  ...COMMERCIAL_MUSIC_ENDPOINTS,
];
