import { ValidateBy, type ValidationArguments } from 'class-validator';
import { readTime } from './local-time.js';
import { isTimeZone } from './time-zone.js';
import { NOT_A_ZONE, timeError } from './requested-time.js';

// Their errors are reported together with those of other fields.

export const INSTANT = 'must be a date and time with an offset, such as 2026-11-01T00:00:00Z';

/** Requires a time with an offset. */
export function IsInstant(): PropertyDecorator {
  return rule('isInstant', (text) => ('at' in readTime(text, undefined) ? undefined : INSTANT));
}

/** Requires a time with an offset, or a local time in the zone of the field `timeZone`. Assumes UTC without that field. */
export function IsClockTime(): PropertyDecorator {
  return rule('isClockTime', (publishAt, { timeZone }) =>
    timeError('publishAt', { publishAt, timeZone: typeof timeZone === 'string' ? timeZone : 'UTC' }),
  );
}

/** Requires an IANA time zone. */
export function IsZoneName(): PropertyDecorator {
  return rule('isZoneName', (text) => (isTimeZone(text) ? undefined : NOT_A_ZONE));
}

function rule(
  name: string,
  errorOf: (text: string, fields: Record<string, unknown>) => string | undefined,
): PropertyDecorator {
  const find = (value: unknown, args?: ValidationArguments) =>
    errorOf(String(value), (args?.object ?? {}) as Record<string, unknown>);
  return ValidateBy({
    name,
    validator: {
      validate: (value: unknown, args) => find(value, args) === undefined,
      defaultMessage: (args) => `$property ${find(args?.value, args) ?? ''}`,
    },
  });
}
