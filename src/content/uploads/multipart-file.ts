import '@fastify/multipart'; // its types add parts() to the request
import type { FastifyRequest } from 'fastify';
import { codeOf, InvalidInputError } from '../../common/index.js';
import { isCut } from './upload-cut.js';

// RFC 2046, section 5.1.1.
const MAX_BOUNDARY = 70;
const FIELD = 'file';

/**
 * The bytes of the one file in a multipart body. They end well only when the whole body does: what follows the file is
 * read, too, so that a second one is not lost without a word.
 * @throws InvalidInputError for everything that a multipart body can be instead
 */
export async function* multipartFile(request: FastifyRequest): AsyncGenerator<Buffer> {
  assertBoundary(request.headers['content-type'] ?? '');
  const seen = { file: false, names: [] as string[] };
  try {
    // Two, so that the second one is noticed.
    for await (const part of request.parts({ limits: { files: 2 } })) {
      if (part.type === 'file' && part.fieldname === FIELD) {
        if (seen.file) throw severalFiles();
        seen.file = true;
        yield* part.file as AsyncIterable<Buffer>;
      } else {
        seen.names.push(part.fieldname);
        if (part.type === 'file') part.file.resume();
      }
    }
  } catch (error) {
    throw asRefusal(error);
  }
  if (!seen.file) throw missing(seen.names);
}

function assertBoundary(contentType: string): void {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  const length = (quoted ?? plain ?? '').length;
  if (length > 0 && length <= MAX_BOUNDARY) return;
  const what = length === 0 ? 'has no boundary' : `has a boundary of ${length} characters`;
  throw malformed(
    'content-type',
    `${what}: it needs one of 1 to ${MAX_BOUNDARY}. Let your HTTP client set this header`,
  );
}

/** What the parser says about bodies has no classes: all of it is about the body, unless the sender went away. */
function asRefusal(error: unknown): unknown {
  if (error instanceof InvalidInputError || isCut(error)) return error;
  const code = codeOf(error);
  if (code === 'FST_FILES_LIMIT') return severalFiles();
  if (code === 'FST_FIELDS_LIMIT')
    return malformed(FIELD, 'comes with too many other fields: send it with at most 20, or alone');
  return malformed(FIELD, 'is not complete: send one part after the other, and the closing boundary');
}

function missing(names: string[]): InvalidInputError {
  const message = names.includes(FIELD)
    ? 'is a text field: give its part a file name, such as filename="video.mp4"'
    : 'is missing: send the video as the multipart field "file"';
  const instead =
    names.length > 0
      ? ` It has ${names
          .slice(0, 5)
          .map((name) => `"${name}"`)
          .join(', ')}.`
      : '';
  return new InvalidInputError(
    `The multipart body has no file in the field "file".${instead}`,
    [{ field: FIELD, message }],
    'file_missing',
  );
}

function severalFiles(): InvalidInputError {
  const message = 'comes more than once: send one file to each link';
  return new InvalidInputError(
    'The multipart body has several files.',
    [{ field: FIELD, message }],
    'file_repeated',
  );
}

function malformed(field: string, message: string): InvalidInputError {
  return new InvalidInputError(
    `The body is not well-formed multipart/form-data. ${field} ${message}.`,
    [{ field, message }],
    'malformed_multipart',
  );
}
