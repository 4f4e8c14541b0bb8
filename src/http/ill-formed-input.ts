import type { FastifyInstance, FastifyRequest } from 'fastify';
import { illFormedTexts, InvalidInputError, type FieldError } from '../common/index.js';

const HALF_PAIR =
  'contains half of a surrogate pair (a broken emoji). Send the whole character, or leave it out';
const NOT_DECODABLE = 'is not valid percent-encoded UTF-8. Encode it with encodeURIComponent';

/** @returns the error for a parsed body with ill-formed text; undefined if PostgreSQL and TikTok can take every text */
export function illFormedInput(body: unknown): InvalidInputError | undefined {
  const fields = illFormedTexts(body).map(({ path, isName }): FieldError => {
    const message = isName ? `has a name that ${HALF_PAIR}` : HALF_PAIR;
    return { field: path, message };
  });
  return fields.length === 0 ? undefined : invalid(fields);
}

/** The error for bytes that decoding would replace with U+FFFD: a damaged caption must not be published. */
export function notUtf8(): Error {
  const message = 'The body is not valid UTF-8. Encode it as UTF-8 and send it again.';
  return Object.assign(new Error(message), { statusCode: 400 });
}

/** Rejects queries that cannot be decoded. The router would pass their raw text on. Routes with `anyQuery` are exempt. */
export function rejectIllFormedQueries(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.anyQuery) return;
    const fields = undecodable(request).map((field) => ({ field, message: NOT_DECODABLE }));
    if (fields.length > 0) throw invalid(fields);
  });
}

function undecodable({ url }: FastifyRequest): string[] {
  const query = url.slice(url.indexOf('?') + 1);
  if (query === url || !query.includes('%')) return [];
  const names = query
    .split('&')
    .filter((pair) => !isDecodable(pair))
    .map((pair) => pair.split('=', 1)[0] ?? '');
  return [...new Set(names.map((name) => (isDecodable(name) ? decodeURIComponent(name) : name)))];
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function invalid(fields: FieldError[]): InvalidInputError {
  return new InvalidInputError(fields.map(({ field, message }) => `${field}: ${message}`).join('; '), fields);
}
