import { ValidateBy, type ValidationArguments } from 'class-validator';
import { readTime } from './local-time.js';
import { isTimeZone } from './time-zone.js';
import { NOT_A_ZONE, timeError } from './wanted-time.js';

// What these find is reported together with what is wrong in other fields.

export const INSTANT = 'must be a time with its offset, such as 2026-11-01T00:00:00Z';

/** A time with its distance from UTC. */
export function IsInstant(): PropertyDecorator {
  return rule('isInstant', (text) => ('at' in readTime(text, undefined) ? undefined : INSTANT));
}

/** A time that the clocks of the field `timeZone` show, or one with its distance from UTC. Whose clocks are meant is not asked. */
export function IsClockTime(): PropertyDecorator {
  return rule('isClockTime', (publishAt, { timeZone }) =>
    timeError('publishAt', { publishAt, timeZone: typeof timeZone === 'string' ? timeZone : 'UTC' }),
  );
}

/** An IANA name. */
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
