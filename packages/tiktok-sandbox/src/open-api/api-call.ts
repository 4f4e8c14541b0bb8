import type { FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.js';
import type { Grant } from '../oauth/grant.store.js';
import type { World } from '../world.js';
import { invalidParams } from './open-api-error.js';

/** A request that has passed token, scope and rate checks. */
export interface ApiCall {
  readonly world: World;
  readonly grant: Grant;
  readonly account: Account;
  readonly query: URLSearchParams;
  /** Where the caller reached the sandbox, e.g. `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** The JSON body as an object; `{}` without a body. @throws OpenApiError invalid_params */
  body(): JsonObject;
  /** The body's text, for numbers that exceed JavaScript's. */
  readonly bodyText: string;
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textBody({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : '';
}

/** Reads the request's JSON. The documented Content-Type is required once there is a body. */
export function jsonBody(request: FastifyRequest): JsonObject {
  const text = textBody(request);
  if (text.trim() === '') return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw invalidParams('The Content-Type must be application/json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidParams('The request body is not valid JSON');
  }
  if (!isObject(value)) throw invalidParams('The request body must be a JSON object');
  return value;
}

/** A sub-object of a body; absent and null count as empty. */
export function objectAt(body: JsonObject, key: string): JsonObject {
  const value = body[key];
  return isObject(value) ? value : {};
}

export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
}
