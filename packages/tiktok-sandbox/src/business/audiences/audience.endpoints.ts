import type { BusinessEndpoint } from '../wire/endpoint.js';
import { AUDIENCE_READ_ENDPOINTS } from './audience-read.endpoints.js';
import { AUDIENCE_WRITE_ENDPOINTS } from './audience-write.endpoints.js';
import { customerFileUpload } from './file-upload.endpoint.js';
import { LOOKALIKE_ENDPOINTS } from './lookalike.endpoints.js';
import { SEGMENT_ENDPOINTS } from './segment.endpoints.js';
import { SHARE_ENDPOINTS } from './share.endpoints.js';

export const AUDIENCE_ENDPOINTS: readonly BusinessEndpoint[] = [
  customerFileUpload,
  ...AUDIENCE_WRITE_ENDPOINTS,
  ...AUDIENCE_READ_ENDPOINTS,
  ...LOOKALIKE_ENDPOINTS,
  ...SEGMENT_ENDPOINTS,
  ...SHARE_ENDPOINTS,
];
