import { ValidateBy } from 'class-validator';
import { isMoment } from './moment.js';

/** Takes a day of UTC, or a time with its zone. */
export function IsMoment(): PropertyDecorator {
  return ValidateBy({
    name: 'isMoment',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isMoment(value),
      defaultMessage: () =>
        '$property must be an existing day as YYYY-MM-DD, or a time with its zone such as 2026-11-01T00:00:00Z',
    },
  });
}
