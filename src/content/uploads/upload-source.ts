import '@fastify/multipart'; // its types add parts() to the request
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { codeOf, InvalidInputError } from '../../common/index.js';
import { tooLarge } from './upload-rules.js';

/**
 * The file's bytes in a request: the part `file` of a multipart body, or the raw body. Ends with an error when the
 * sender goes away in the middle.
 * @throws InvalidInputError when a multipart body has no such part, TooLargeError when it announces too many bytes
 */
export async function uploadSource(request: FastifyRequest, maxBytes: number): Promise<Readable> {
  const multipart = request.isMultipart();
  const announced = Number(request.headers['content-length'] ?? 0);
  // Multipart adds its boundaries and headers, so the announced length may be a little more.
  if (!multipart && announced > maxBytes) throw tooLarge(maxBytes);
  const source = multipart ? await filePart(request) : request.raw;
  request.raw.once('close', () => {
    if (!request.raw.complete) source.destroy(uploadCut());
  });
  return source;
}

async function filePart(request: FastifyRequest): Promise<Readable> {
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') return part.file;
    if (part.type === 'file') part.file.resume();
  }
  const complaint = 'is missing: send the video as the multipart field "file"';
  throw new InvalidInputError(
    'The multipart body has no field "file".',
    [{ field: 'file', complaint }],
    'file_missing',
  );
}

// How a body ends whose sender went away, or was silent for too long: as Node has it, and as the parser of parts.
const CUT = new Set(['upload_cut', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

export function isCut(error: unknown): boolean {
  return CUT.has(codeOf(error) ?? '');
}

export function uploadCut(): InvalidInputError {
  const complaint = 'is not whole: send it again to the same link';
  return new InvalidInputError(
    'The connection ended before the whole video had arrived.',
    [{ field: 'file', complaint }],
    'upload_cut',
  );
}

/** What the multipart parser says about a body that is none: it has no class and no status of its own for that. */
export function asUploadError(error: unknown): unknown {
  const isPlain = error instanceof Error && !('status' in error) && !('statusCode' in error);
  if (!isPlain || !/multipart/i.test(error.message)) return error;
  const complaint = 'is not complete: send one part after the other, and the closing boundary';
  return new InvalidInputError(
    'The body is not well-formed multipart/form-data.',
    [{ field: 'file', complaint }],
    'malformed_multipart',
  );
}
