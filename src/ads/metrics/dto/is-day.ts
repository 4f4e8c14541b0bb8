import { ValidateBy } from 'class-validator';
import { isDay } from '../../reports/days.js';

/** Takes an existing day as YYYY-MM-DD. */
export function IsDay(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isDay(value),
      defaultMessage: () => '$property must be an existing day as YYYY-MM-DD',
    },
  });
}
