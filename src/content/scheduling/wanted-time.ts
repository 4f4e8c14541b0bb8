import { InvalidInputError } from '../../common/index.js';
import { readTime } from './local-time.js';
import { isTimeZone } from './time-zone.js';

/** How far ahead a post may be planned: the files wait here as long. */
export const MAX_AHEAD_DAYS = 366;
const DAY_MS = 86_400_000;

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
 * @throws InvalidInputError naming the field
 */
export function readWantedTime({ publishAt, timeZone }: WantedTime): PlannedTime | undefined {
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw refused('timeZone', 'must be an IANA time zone such as Europe/Berlin');
  if (publishAt === undefined || publishAt === null) {
    if (timeZone !== undefined) throw refused('timeZone', 'means nothing without publishAt');
    return undefined;
  }
  const read = readTime(publishAt, timeZone);
  if ('complaint' in read) throw refused('publishAt', read.complaint);
  return { publishAt: read.at, timeZone: timeZone ?? null };
}

/** @throws InvalidInputError for what is over already, or too far away */
export function assertAhead({ publishAt }: PlannedTime, now: Date): void {
  if (publishAt <= now)
    throw refused(
      'publishAt',
      `lies in the past: it is ${now.toISOString()} now; leave it out to publish at once`,
    );
  if (publishAt.getTime() - now.getTime() > MAX_AHEAD_DAYS * DAY_MS)
    throw refused('publishAt', `must be within the next ${MAX_AHEAD_DAYS} days`);
}

function refused(field: string, complaint: string): InvalidInputError {
  return new InvalidInputError(`${field}: ${complaint}`, [{ field, complaint }]);
}
