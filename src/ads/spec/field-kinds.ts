import { ValidateBy } from 'class-validator';
import { toMicros } from './money.js';
import { toInstant } from './times.js';

// Kinds of fields of ads. Each has one check with one message, so that an error is reported once and says what to send.

interface Options {
  /** True for an array, in which every item is checked. */
  each?: boolean;
}

/** Accepts an id as text. JSON numbers of 19 digits have lost digits when they arrive. */
export function IsTikTokId(options: Options = {}): PropertyDecorator {
  return kind(
    'isTikTokId',
    (value) => typeof value === 'string' && /^\d{1,20}$/.test(value),
    'must be an id as text, such as "7400000000000000001". Put it in quotes: a JSON number loses digits of a long id',
    options,
  );
}

/** Accepts an amount of money as a decimal text. */
export function IsAmount(): PropertyDecorator {
  return kind(
    'isAmount',
    (value) => typeof value === 'string' && toMicros(value) !== undefined,
    'must be an amount as text, such as "50.00": digits, and a point before the decimals',
  );
}

/** Accepts a time with a zone. */
export function IsZonedTime(): PropertyDecorator {
  return kind(
    'isZonedTime',
    (value) => typeof value === 'string' && toInstant(value) !== undefined,
    'must be a time with a zone, such as 2026-12-01T09:00:00+01:00 or 2026-12-01T08:00:00Z',
  );
}

/** Accepts a word of TikTok's enums. The rules know which words exist. */
export function IsWord(options: Options = {}): PropertyDecorator {
  return kind(
    'isWord',
    (value) => typeof value === 'string' && /^[A-Z0-9][A-Z0-9_]{0,79}$/.test(value),
    'must be a value of TikTok, in capitals as in WEB_CONVERSIONS',
    options,
  );
}

/** Accepts a text that TikTok and PostgreSQL can store. The rules check its length, which counts some characters twice. */
export function IsText(options: Options = {}): PropertyDecorator {
  return kind(
    'isText',
    (value) => typeof value === 'string' && value.length <= 4000 && !value.includes('\0'),
    'must be a text of at most 4,000 characters without a zero byte',
    options,
  );
}

function kind(
  name: string,
  isRight: (value: unknown) => boolean,
  message: string,
  { each = false }: Options = {},
): PropertyDecorator {
  const text = each ? `each item ${message}` : message;
  return ValidateBy({ name, validator: { validate: isRight, defaultMessage: () => text } }, { each });
}
