import { InvalidInputError, type FieldError } from '../../common/index.js';
import { readTime } from './local-time.js';
import { isTimeZone } from './time-zone.js';

/** How far ahead a post can be scheduled. Its files stay in the staging store until then. */
export const MAX_AHEAD_DAYS = 366;
const DAY_MS = 86_400_000;

export const NOT_A_ZONE = 'must be an IANA time zone such as Europe/Berlin';

/** The publishing time as the user entered it. */
export interface RequestedTime {
  publishAt?: string | null;
  timeZone?: string;
}

export interface ScheduledTime {
  publishAt: Date;
  timeZone: string | null;
}

/**
 * Parses the requested time.
 * @returns undefined for immediate publishing
 * @throws InvalidInputError naming each field
 */
export function readRequestedTime(wanted: RequestedTime): ScheduledTime | undefined {
  const errors = (['publishAt', 'timeZone'] as const).flatMap((field) => {
    const message = timeError(field, wanted);
    return message === undefined ? [] : [{ field, message }];
  });
  if (errors.length > 0) throw refused(...errors);
  const { publishAt, timeZone } = wanted;
  if (publishAt === undefined || publishAt === null) return undefined;
  const read = readTime(publishAt, timeZone);
  return 'at' in read ? { publishAt: read.at, timeZone: timeZone ?? null } : undefined;
}

/** Returns the error of a field, if any. An invalid zone does not invalidate the time. */
export function timeError(
  field: keyof RequestedTime,
  { publishAt, timeZone }: RequestedTime,
): string | undefined {
  const isZone = timeZone === undefined || isTimeZone(timeZone);
  if (field === 'timeZone') {
    if (!isZone) return NOT_A_ZONE;
    const isIdle = timeZone !== undefined && (publishAt === undefined || publishAt === null);
    return isIdle ? 'is only allowed with publishAt' : undefined;
  }
  if (typeof publishAt !== 'string') return undefined;
  const read = readTime(publishAt, isZone ? timeZone : 'UTC');
  return 'message' in read ? read.message : undefined;
}

/** @throws InvalidInputError when the time is in the past or too far ahead */
export function assertInFuture({ publishAt }: ScheduledTime, now: Date): void {
  if (publishAt <= now)
    throw refused({
      field: 'publishAt',
      message: `is in the past; the current time is ${now.toISOString()}. Omit it to publish immediately`,
    });
  if (publishAt.getTime() - now.getTime() > MAX_AHEAD_DAYS * DAY_MS)
    throw refused({ field: 'publishAt', message: `must be within the next ${MAX_AHEAD_DAYS} days` });
}

function refused(...errors: FieldError[]): InvalidInputError {
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return new InvalidInputError(detail, errors);
}
