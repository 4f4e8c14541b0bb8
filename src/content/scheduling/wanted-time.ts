import { InvalidInputError, type FieldError } from '../../common/index.js';
import { readTime } from './local-time.js';
import { isTimeZone } from './time-zone.js';

/** How far ahead a post may be planned: the files wait here as long. */
export const MAX_AHEAD_DAYS = 366;
const DAY_MS = 86_400_000;

export const NOT_A_ZONE = 'must be an IANA time zone such as Europe/Berlin';

/** When a person wants a post to go, as it was asked for. */
export interface WantedTime {
  publishAt?: string | null;
  timeZone?: string;
}

export interface PlannedTime {
  publishAt: Date;
  timeZone: string | null;
}

/**
 * @returns undefined for at once
 * @throws InvalidInputError naming each field
 */
export function readWantedTime(wanted: WantedTime): PlannedTime | undefined {
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

/** What is wrong with a field of a wanted time. A zone that is none says nothing against the time. */
export function timeError(field: keyof WantedTime, { publishAt, timeZone }: WantedTime): string | undefined {
  const isZone = timeZone === undefined || isTimeZone(timeZone);
  if (field === 'timeZone') {
    if (!isZone) return NOT_A_ZONE;
    const isIdle = timeZone !== undefined && (publishAt === undefined || publishAt === null);
    return isIdle ? 'means nothing without publishAt' : undefined;
  }
  if (typeof publishAt !== 'string') return undefined;
  const read = readTime(publishAt, isZone ? timeZone : 'UTC');
  return 'message' in read ? read.message : undefined;
}

/** @throws InvalidInputError for what is over already, or too far away */
export function assertAhead({ publishAt }: PlannedTime, now: Date): void {
  if (publishAt <= now)
    throw refused({
      field: 'publishAt',
      message: `lies in the past: it is ${now.toISOString()} now; leave it out to publish at once`,
    });
  if (publishAt.getTime() - now.getTime() > MAX_AHEAD_DAYS * DAY_MS)
    throw refused({ field: 'publishAt', message: `must be within the next ${MAX_AHEAD_DAYS} days` });
}

function refused(...errors: FieldError[]): InvalidInputError {
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return new InvalidInputError(detail, errors);
}
