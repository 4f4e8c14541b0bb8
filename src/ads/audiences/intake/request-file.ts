import type { FastifyRequest } from 'fastify';
import { multipartFile } from '../../../content/index.js';

/** Streams the file of a request: the part `file` of a multipart body, or the raw body. */
export function requestFile(request: FastifyRequest): AsyncIterable<Buffer> {
  if (request.isMultipart()) return multipartFile(request);
  // Stays open, because an error response is still sent on this connection.
  return request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}
