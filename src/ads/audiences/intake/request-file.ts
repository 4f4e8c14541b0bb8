import '@fastify/multipart'; // adds parts() to the request type
import type { FastifyRequest } from 'fastify';
import { codeOf, InvalidInputError } from '../../../common/index.js';

const FIELD = 'file';

// Error codes of Node.js and the multipart parser for a client that disconnected.
const CUT = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'FST_MP_PREMATURE_CLOSE']);

/** True if the client disconnected before the whole file had arrived. */
export function isCut(error: unknown): boolean {
  return CUT.has(codeOf(error) ?? '');
}

/** Streams the file of a request: the part `file` of a multipart body, or the raw body. */
export function requestFile(request: FastifyRequest): AsyncIterable<Buffer> {
  if (request.isMultipart()) return multipartFile(request);
  // Stays open, because an error response is still sent on this connection.
  return request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
}

async function* multipartFile(request: FastifyRequest): AsyncGenerator<Buffer> {
  let isFound = false;
  try {
    for await (const part of request.parts({ limits: { files: 1 } })) {
      if (part.type !== 'file') continue;
      if (part.fieldname !== FIELD) {
        part.file.resume();
        continue;
      }
      isFound = true;
      yield* part.file as AsyncIterable<Buffer>;
    }
  } catch (error) {
    if (error instanceof InvalidInputError || isCut(error)) throw error;
    if (codeOf(error) === 'FST_FILES_LIMIT') throw malformed('contains several files; send one');
    throw malformed('is incomplete or malformed; end it with the closing boundary');
  }
  if (!isFound) throw malformed('has no file in the field "file"; send the file there, with a file name');
}

function malformed(message: string): InvalidInputError {
  return new InvalidInputError(
    `The multipart body ${message}.`,
    [{ field: FIELD, message }],
    'malformed_multipart',
  );
}
