import { createHash } from 'node:crypto';
import type { CadenceStep } from '../../config/index.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MAX_OFFSET_MS = 40 * 60_000;
// Accounts take their turns within the hour, so an interval may end a little early.
const EARLY_MS = HOUR_MS / 2;

/** When a video was published and last read. */
export interface ReadVideo {
  publishedAt: Date;
  capturedAt: Date;
}

/** The videos that one step applies to: published after `after` and not after `until`. Null: without a limit. */
export interface DueBand {
  after: Date;
  until: Date | null;
  /** A video of the band is due if it was read before this. */
  readBefore: Date;
  /** When the videos of the band are due again. */
  next: Date;
}

/** Returns the start of the slot that a time lies in. Slots are aligned to UTC. */
export function slotStart(at: Date, everyHours: number): Date {
  const length = everyHours * HOUR_MS;
  return new Date(Math.floor(at.getTime() / length) * length);
}

/** Returns the start of the next slot. */
export function nextSlot(at: Date, everyHours: number): Date {
  return new Date(slotStart(at, everyHours).getTime() + everyHours * HOUR_MS);
}

/** Returns the step for videos of an age; undefined if they are read with each complete listing. */
export function stepAt(ageMs: number, steps: readonly CadenceStep[]): CadenceStep | undefined {
  return steps.find(({ underDays }) => ageMs < underDays * DAY_MS);
}

/** True if an interval is over. @param readAt null: nothing was read yet */
export function isIntervalOver(readAt: Date | null | undefined, everyHours: number, now: Date): boolean {
  return now.getTime() - (readAt?.getTime() ?? 0) >= everyHours * HOUR_MS - EARLY_MS;
}

/** Lists the bands from young to old. A video beyond the last one is read with each complete listing. */
export function dueBands(steps: readonly CadenceStep[], now: Date): DueBand[] {
  const sorted = steps.toSorted((one, other) => one.underDays - other.underDays);
  return sorted.map(({ underDays, everyHours }, index) => {
    const younger = sorted[index - 1];
    return {
      after: daysBefore(now, underDays),
      until: younger ? daysBefore(now, younger.underDays) : null,
      readBefore: slotStart(now, everyHours),
      next: nextSlot(now, everyHours),
    };
  });
}

/** True if the figures of a video are to be read now. */
export function isDue(video: ReadVideo, steps: readonly CadenceStep[], now: Date): boolean {
  const band = bandOf(video, steps, now);
  return band !== undefined && video.capturedAt < band.readBefore;
}

/** Returns when a video that has just been read is due again; null if it is too old. */
export function nextDue(
  video: Pick<ReadVideo, 'publishedAt'>,
  steps: readonly CadenceStep[],
  now: Date,
): Date | null {
  return bandOf(video, steps, now)?.next ?? null;
}

/** Spreads the accounts over the hour: each waits for its own part of it, the same every time. */
export function withOffset(due: Date, integrationId: string): Date {
  return new Date(due.getTime() + offsetOf(integrationId));
}

/** Returns the account's next turn at an interval that may be shorter than an hour. */
export function nextTurn(now: Date, everyMinutes: number, integrationId: string): Date {
  const length = everyMinutes * MINUTE_MS;
  const offset = offsetOf(integrationId) % length;
  const turn = Math.floor((now.getTime() - offset) / length) + 1;
  return new Date(turn * length + offset);
}

/** True for a time from `withOffset`. Any other run was asked for, e.g. by a webhook. */
export function isPlanned(slot: Date, integrationId: string): boolean {
  return (slot.getTime() - offsetOf(integrationId)) % HOUR_MS === 0;
}

/** Milliseconds after the start of an hour at which an account has its turn. */
export function offsetOf(integrationId: string): number {
  return createHash('sha256').update(integrationId).digest().readUInt32BE() % MAX_OFFSET_MS;
}

function bandOf(
  { publishedAt }: Pick<ReadVideo, 'publishedAt'>,
  steps: readonly CadenceStep[],
  now: Date,
): DueBand | undefined {
  return dueBands(steps, now).find(({ after }) => publishedAt > after);
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
