import type { FastifyRequest } from 'fastify';
import { isObject, queryOf } from '../../open-api/api-call.js';
import { invalidParam } from './business-error.js';
import { Params } from './params.js';
import { type FileWatcher, type ReceivedFile, receiveFile } from './received-file.js';

export interface RequestInput {
  readonly params: Params;
  readonly files: ReadonlyMap<string, ReceivedFile>;
}

const NO_FILES: ReadonlyMap<string, ReceivedFile> = new Map();

/**
 * Reads a request's parameters: the query of a GET, else a JSON or multipart body.
 * @param watch makes a watcher for the file of a field
 * @param readsGetBody whether a JSON body of a GET counts too
 * @throws BusinessError 40002
 */
export async function readInput(
  request: FastifyRequest,
  watch: ((field: string) => FileWatcher) | undefined,
  readsGetBody: boolean,
): Promise<RequestInput> {
  if (request.method === 'GET') {
    const query = Params.ofQuery(queryOf(request.url));
    if (!readsGetBody) return { params: query, files: NO_FILES };
    const body = jsonObject(await textOf(request.raw));
    return { params: new Params({ ...body, ...query.values }, true), files: NO_FILES };
  }
  if (request.isMultipart()) return readForm(request, watch);
  const text = typeof request.body === 'string' ? request.body : '';
  if (text !== '' && !/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw invalidParam('Content-Type must be application/json');
  return { params: new Params(jsonObject(text), false), files: NO_FILES };
}

/** The server itself does not read the body of a GET. */
async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function readForm(
  request: FastifyRequest,
  watch: ((field: string) => FileWatcher) | undefined,
): Promise<RequestInput> {
  const values: Record<string, unknown> = {};
  const files = new Map<string, ReceivedFile>();
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const watcher = watch?.(part.fieldname);
      files.set(part.fieldname, await receiveFile(part.filename ?? '', part.file, watcher));
    } else values[part.fieldname] = part.value;
  }
  return { params: new Params(values, true), files };
}

function jsonObject(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, in the same words.
  }
  throw invalidParam('The request body is not a valid JSON object.');
}
