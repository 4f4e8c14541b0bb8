import type { BusinessEndpoint } from '../wire/endpoint.js';
import { DIRECT_REPLY_ENDPOINTS } from './direct-reply.js';
import { MESSAGE_READ_ENDPOINTS } from './message-read.endpoints.js';
import { MESSAGE_WRITE_ENDPOINTS } from './message-write.endpoints.js';

export const MESSAGE_ENDPOINTS: readonly BusinessEndpoint[] = [
  ...MESSAGE_READ_ENDPOINTS,
  ...MESSAGE_WRITE_ENDPOINTS,
  ...DIRECT_REPLY_ENDPOINTS,
];
