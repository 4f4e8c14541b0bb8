import { CronTime, validateCronExpression } from 'cron';
import { z } from 'zod';

/** A cron expression in UTC; the seconds are optional. */
export const cron = z
  .string()
  .refine(
    (value) => validateCronExpression(value).valid,
    'must be a valid cron expression such as */15 * * * *',
  )
  .refine(occurs, 'must match a date that exists in the calendar');

/** False for an expression that never matches, such as `0 0 31 2 *`. True for invalid ones, which another check refuses. */
function occurs(expression: string): boolean {
  if (!validateCronExpression(expression).valid) return true;
  try {
    return Boolean(new CronTime(expression, 'UTC').sendAt());
  } catch {
    return false;
  }
}
