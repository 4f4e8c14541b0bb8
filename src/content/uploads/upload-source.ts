import type { FastifyRequest } from 'fastify';
import { multipartFile } from './multipart-file.js';
import { tooLarge } from './upload-rules.js';

/**
 * The file's bytes in a request: the part `file` of a multipart body, or the raw body. Ends with an error when the
 * sender goes away in the middle.
 * @throws TooLargeError when it announces too many bytes
 */
export function uploadSource(request: FastifyRequest, maxBytes: number): AsyncIterable<Buffer> {
  if (request.isMultipart()) return multipartFile(request);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  // Left open: a refusal is still to be said on its connection.
  return request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}
