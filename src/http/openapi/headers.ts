import type { OpenAPIObject } from '@nestjs/swagger';
import { IDEMPOTENT_OPERATION, MAX_KEY_LENGTH } from '../../idempotency/index.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [IDEMPOTENT_OPERATION]?: boolean };
type Response = Extract<Operation['responses'][string], { description: string }>;
type Headers = NonNullable<Response['headers']>;

const integer = (description: string) => ({ description, schema: { type: 'integer' as const, minimum: 0 } });

/** The headers that many answers have. */
export const HEADER_COMPONENTS: Headers = {
  'RateLimit-Limit': integer('how many calls of this kind the caller may make in the window'),
  'RateLimit-Remaining': integer('how many of them are left'),
  'RateLimit-Reset': integer('seconds until the window begins again'),
  'RateLimit-Policy': {
    description: 'the limit, and the window in seconds, e.g. `1200;w=120`',
    schema: { type: 'string' },
  },
  'Retry-After': integer('seconds after which to send the call again'),
  'Idempotency-Replayed': {
    description: '`true` when the answer is that of an earlier call with the same Idempotency-Key',
    schema: { type: 'string', enum: ['true'] },
  },
};

const IDEMPOTENCY_KEY: NonNullable<Operation['parameters']>[number] = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: MAX_KEY_LENGTH, pattern: '^[\\x21-\\x7E]+$' },
  description:
    'Sent again with the same key and body within 24 hours, the call does nothing and gets the first answer. The key is one of your organisation, for this path. A refused or failed call leaves it free.',
};

const LIMITS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'RateLimit-Policy'];

/**
 * Describes the headers and the refusals that belong to no single call.
 * @param isPublic the call is not counted by its user
 * @param problem a response with a problem in it
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
  const tooMany = problem('`too_many_requests`: the caller has made too many calls');
  operation.responses['429'] = { ...tooMany, headers: references([...LIMITS, 'Retry-After']) };
  if (!idempotent) return;
  operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  operation.responses['409'] = {
    ...problem('`idempotency_in_progress` with Retry-After, or what stands against the call'),
    headers: references(['Retry-After']),
  };
  operation.responses['422'] = problem('`idempotency_key_reused`: the key came with another body before');
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
