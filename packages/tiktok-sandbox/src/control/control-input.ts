import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account } from '../accounts/account.js';
import type { World } from '../world.js';

/** Thrown for an invalid control call. Its message is returned as `{error}`. */
export class ControlError extends Error {
  constructor(
    message: string,
    readonly status: 400 | 404 = 400,
  ) {
    super(message);
  }
}

/** The parsed input of a control call. */
export interface ControlInput {
  readonly body: Record<string, unknown>;
  readonly query: URLSearchParams;
  readonly params: Record<string, string>;
}

/** Registers one control: JSON in, JSON out, 400 or 404 with `{error}` for an invalid call. */
export function control(
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  work: (input: ControlInput) => object,
): void {
  app.route({
    method,
    url: `/__sandbox${path}`,
    handler(request, reply) {
      try {
        return work(inputOf(request));
      } catch (error) {
        if (!(error instanceof ControlError)) throw error;
        void reply.status(error.status);
        return { error: error.message };
      }
    },
  });
}

function inputOf(request: FastifyRequest): ControlInput {
  const start = request.url.indexOf('?');
  return {
    body: parseBody(request.body),
    query: new URLSearchParams(start === -1 ? '' : request.url.slice(start + 1)),
    params: request.params as Record<string, string>,
  };
}

function parseBody(text: unknown): Record<string, unknown> {
  if (typeof text !== 'string' || text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Reported below.
  }
  throw new ControlError('the body must be a JSON object');
}

export function textIn(body: Record<string, unknown>, key: string): string | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value === '') throw new ControlError(`${key} must be a non-empty string`);
  return value;
}

export function numberIn(body: Record<string, unknown>, key: string): number | undefined {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !(value >= 0)) throw new ControlError(`${key} must be a number from 0`);
  return value;
}

/** The account named by `account`; without it, the first one. */
export function accountIn(world: World, body: Record<string, unknown>): Account {
  const name = textIn(body, 'account');
  const account = world.accounts.find(name);
  if (!account) throw new ControlError(`there is no account ${name ?? ''}`, 404);
  return account;
}
