/** From fine to coarse. */
export const STEPS = ['hour', 'day', 'week'] as const;
export type Step = (typeof STEPS)[number];

const HOUR_MS = 3_600_000;
const LENGTH_MS: Readonly<Record<Step, number>> = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 168 * HOUR_MS };
/** 1970-01-05: weeks start on Monday. */
const FIRST_MONDAY_MS = 96 * HOUR_MS;

/** A step of UTC: `from` is included, `to` is not. */
export interface Bucket {
  from: Date;
  to: Date;
}

export function hoursOf(step: Step): number {
  return LENGTH_MS[step] / HOUR_MS;
}

/** Returns the start of the step that a time lies in. */
export function startOfStep(step: Step, time: Date): Date {
  const origin = originOf(step).getTime();
  const length = LENGTH_MS[step];
  return new Date(Math.floor((time.getTime() - origin) / length) * length + origin);
}

/** Returns the time from which steps are counted, for `date_bin`. */
export function originOf(step: Step): Date {
  return new Date(step === 'week' ? FIRST_MONDAY_MS : 0);
}

/** Returns the number of steps that contain a part of the range. */
export function countSteps(step: Step, { from, to }: Bucket): number {
  if (to <= from) return 0;
  const last = startOfStep(step, new Date(to.getTime() - 1)).getTime();
  return (last - startOfStep(step, from).getTime()) / LENGTH_MS[step] + 1;
}

/** Lists the whole steps that contain a part of the range, from the first to the last. */
export function stepsIn(step: Step, range: Bucket): Bucket[] {
  const first = startOfStep(step, range.from).getTime();
  const length = LENGTH_MS[step];
  return Array.from({ length: countSteps(step, range) }, (_, index) => ({
    from: new Date(first + index * length),
    to: new Date(first + (index + 1) * length),
  }));
}
