import type { OpenAPIObject } from '@nestjs/swagger';
import { IDEMPOTENT_OPERATION, MAX_KEY_LENGTH } from '../../idempotency/index.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [IDEMPOTENT_OPERATION]?: boolean };
type Response = Extract<Operation['responses'][string], { description: string }>;
type Headers = NonNullable<Response['headers']>;

const integer = (description: string) => ({ description, schema: { type: 'integer' as const, minimum: 0 } });

/** Headers of many answers. */
export const HEADER_COMPONENTS: Headers = {
  'RateLimit-Limit': integer('How many calls of this kind the caller may make per window.'),
  'RateLimit-Remaining': integer('How many of them are left.'),
  'RateLimit-Reset': integer('Seconds until the window restarts.'),
  'RateLimit-Policy': {
    description: 'The limit, and the window in seconds, for example `1200;w=120`.',
    schema: { type: 'string' },
  },
  'Retry-After': integer('Seconds after which to retry.'),
  'Idempotency-Replayed': {
    description: '`true` if the answer is that of an earlier call with the same Idempotency-Key.',
    schema: { type: 'string', enum: ['true'] },
  },
};

const IDEMPOTENCY_KEY: NonNullable<Operation['parameters']>[number] = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: MAX_KEY_LENGTH, pattern: '^[\\x21-\\x7E]+$' },
  description:
    'For 24 hours, a call with the same key and body returns the first answer and does nothing else. Keys are per organisation and path. A rejected or failed call does not use up its key.',
};

const LIMITS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'RateLimit-Policy'];

/**
 * Describes the headers and errors that many calls have.
 * @param isPublic true if the call needs no token
 * @param problem creates a response with a problem
 */
export function describeHeaders(
  operation: Operation,
  isPublic: boolean,
  problem: (description: string) => Response,
): void {
  const idempotent = operation[IDEMPOTENT_OPERATION] === true;
  delete operation[IDEMPOTENT_OPERATION];
  if (isPublic) return;
  addHeaders(operation, [...LIMITS, ...(idempotent ? ['Idempotency-Replayed'] : [])]);
  const tooMany = problem('`too_many_requests`: the caller has exceeded a rate limit.');
  operation.responses['429'] = { ...tooMany, headers: references([...LIMITS, 'Retry-After']) };
  if (!idempotent) return;
  operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  operation.responses['409'] = {
    ...problem('`idempotency_in_progress` with Retry-After, or another conflict.'),
    headers: references(['Retry-After']),
  };
  operation.responses['422'] = problem(
    '`idempotency_key_reused`: an earlier call used the key with another body.',
  );
}

function addHeaders(operation: Operation, names: string[]): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!status.startsWith('2') || !response || !('description' in response)) continue;
    (response as Response).headers = { ...(response as Response).headers, ...references(names) };
  }
}

function references(names: string[]): Headers {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
