import { listOf } from './setting-kinds.js';

/** How often a video is read until it has an age. */
export interface CadenceStep {
  /** The step applies to videos younger than this. */
  underDays: number;
  everyHours: number;
}

const STEP = /^([1-9]\d{0,3})d:([1-9]\d{0,3})(h|d)$/;

/** Accepts `1d:1h,7d:6h`. */
export const cadence = listOf(
  (item) => STEP.test(item),
  'must be an age and an interval, such as 7d:6h: under 7 days, a video is read once in 6 hours',
);

/** Returns the steps from young to old. */
export function toCadenceSteps(items: readonly string[]): CadenceStep[] {
  return items.map(toStep).toSorted((one, other) => one.underDays - other.underDays);
}

function toStep(item: string): CadenceStep {
  const [, age, every, unit] = STEP.exec(item) ?? [];
  return { underDays: Number(age), everyHours: Number(every) * (unit === 'd' ? 24 : 1) };
}
