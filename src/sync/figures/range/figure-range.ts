import { UnfitInputError, type FieldError } from '../../../common/index.js';
import { endOfMoment, startOfMoment } from '../../../common/index.js';
import { countSteps, STEPS, type Bucket, type Step } from './step.js';

const DAY_MS = 86_400_000;

/** The range as the caller wrote it. */
export interface AskedRange {
  from?: string;
  to?: string;
}

/**
 * Completes a range: it ends now at the latest, and starts `days` before its end if the caller does not say.
 * @throws UnfitInputError when it is empty or in the future
 */
export function toRange({ from, to }: AskedRange, now: Date, days: number): Bucket {
  const askedEnd = to === undefined ? now : endOfMoment(to);
  const start = from === undefined ? new Date(askedEnd.getTime() - days * DAY_MS) : startOfMoment(from);
  if (start >= askedEnd) throw unfit(orderError(from, to));
  if (start >= now) throw unfit({ ...orderError(from, to), rule: 'range_future', message: IN_FUTURE });
  return { from: start, to: askedEnd < now ? askedEnd : now };
}

const IN_FUTURE = 'must not be in the future, because figures are of the past';

function orderError(from = '', to = 'now'): FieldError {
  return { field: 'from', rule: 'range_order', message: `must be before to, which is ${to}`, value: from };
}

/** What an answer is limited to. */
export interface Size {
  most: number;
  /** How many points a step has. */
  factor?: number;
  /** The steps that the caller may choose, from fine to coarse. */
  steps?: readonly Step[];
  /** What else makes the answer shorter. */
  less?: string;
}

/** @throws UnfitInputError when the range has more points than an answer may have */
export function assertCount(
  step: Step,
  range: Bucket,
  { most, factor = 1, steps = STEPS, less }: Size,
): void {
  const count = countSteps(step, range) * factor;
  if (count <= most) return;
  const coarser = steps.slice(steps.indexOf(step) + 1).find((one) => countSteps(one, range) * factor <= most);
  const fixes = [coarser && `step=${coarser}`, less, 'a shorter range'].filter((fix) => fix !== undefined);
  const message = `the answer would have ${count} points, and at most ${most} are allowed; use ${fixes.join(', or ')}`;
  throw unfit({ field: 'from', rule: 'range_length', message, value: count, limit: most });
}

function unfit(field: FieldError): UnfitInputError {
  return new UnfitInputError('invalid_range', [field]);
}
