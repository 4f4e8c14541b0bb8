import { InvalidInputError } from '../common/index.js';

export const IDEMPOTENCY_KEY = 'idempotency-key';
export const IDEMPOTENCY_REPLAYED = 'idempotency-replayed';
export const MAX_KEY_LENGTH = 255;

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/**
 * @returns undefined when the header is absent
 * @throws InvalidInputError when its value is not a valid key
 */
export function readKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && VISIBLE_ASCII.test(header)) return header;
  const message = `must be one key of 1 to ${MAX_KEY_LENGTH} visible ASCII characters, e.g. a UUID`;
  throw new InvalidInputError(
    `The header Idempotency-Key ${message}.`,
    [{ field: IDEMPOTENCY_KEY, message }],
    'idempotency_key_malformed',
  );
}
