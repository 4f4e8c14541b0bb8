import '@fastify/multipart'; // adds parts() to the request type
import type { FastifyRequest } from 'fastify';
import { codeOf, InvalidInputError, TooLargeError } from '../../common/index.js';
import { FormRemainder } from './form-remainder.js';
import { isCut } from './upload-cut.js';

// RFC 2046, section 5.1.1.
const MAX_BOUNDARY = 70;
const FIELD = 'file';

/**
 * Streams the single file of a multipart body. Reads the body to its end, so that a second file is reported.
 * @param fields receives the text fields; those before the file are there when its first bytes are
 * @throws InvalidInputError when the body is malformed or does not have exactly one file
 * @throws TooLargeError when what comes beside the file has no end
 */
export async function* multipartFile(
  request: FastifyRequest,
  fields?: Map<string, string>,
): AsyncGenerator<Buffer> {
  assertBoundary(request.headers['content-type'] ?? '');
  const seen = { file: false, names: [] as string[] };
  const remainder = new FormRemainder(request.raw);
  try {
    // Allows two, so that a second file is detected.
    for await (const part of remainder.guard(request.parts({ limits: { files: 2 } }))) {
      if (part.type === 'file' && part.fieldname === FIELD) {
        if (seen.file) throw severalFiles();
        seen.file = true;
        yield* remainder.without(part.file as AsyncIterable<Buffer>);
      } else {
        seen.names.push(part.fieldname);
        if (part.type === 'file') part.file.resume();
        else if (typeof part.value === 'string') fields?.set(part.fieldname, part.value);
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
    `${what}; it must have 1 to ${MAX_BOUNDARY} characters. Let your HTTP client set this header`,
  );
}

/** Maps parser errors, which have no classes. All are about the body, unless the client disconnected. */
function asRefusal(error: unknown): unknown {
  if (error instanceof InvalidInputError || error instanceof TooLargeError || isCut(error)) return error;
  const code = codeOf(error);
  if (code === 'FST_FILES_LIMIT') return severalFiles();
  if (code === 'FST_FIELDS_LIMIT')
    return malformed(FIELD, 'comes with too many other fields; send at most 20');
  return malformed(FIELD, 'is incomplete; end the body with the closing boundary');
}

function missing(names: string[]): InvalidInputError {
  const message = names.includes(FIELD)
    ? 'is a text field; give its part a file name, such as filename="video.mp4"'
    : 'is missing; send the file as the multipart field "file"';
  const instead =
    names.length > 0
      ? ` Found: ${names
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
  const message = 'appears more than once; send one file per link';
  return new InvalidInputError(
    'The multipart body contains several files.',
    [{ field: FIELD, message }],
    'file_repeated',
  );
}

function malformed(field: string, message: string): InvalidInputError {
  return new InvalidInputError(
    `Invalid multipart/form-data body: ${field} ${message}.`,
    [{ field, message }],
    'malformed_multipart',
  );
}
