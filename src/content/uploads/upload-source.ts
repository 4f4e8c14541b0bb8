import type { FastifyRequest } from 'fastify';
import { multipartFile } from './multipart-file.js';
import { tooLarge } from './upload-rules.js';

/**
 * Streams the file of a request: the part `file` of a multipart body, or the raw body. Fails when the client disconnects.
 * @throws TooLargeError when the announced length is too large
 */
export function uploadSource(request: FastifyRequest, maxBytes: number): AsyncIterable<Buffer> {
  if (request.isMultipart()) return multipartFile(request);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  // Stays open, because an error response is still sent on this connection.
  return request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}
