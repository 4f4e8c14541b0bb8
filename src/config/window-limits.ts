import { z } from 'zod';

/** Numbers of messages; null is no limit. */
export interface WindowLimits {
  /** Until the person answers for the first time. */
  first: number | null;
  /** Since each message of a person who has answered. */
  answered: number | null;
  /** Once the hours since the person's last message are over. */
  late: number | null;
}

const COUNT = String.raw`(\d{1,4}|unlimited)`;
const LIMITS = new RegExp(`^${COUNT}/${COUNT}/${COUNT}$`);

/** Accepts `10/unlimited/3`. */
export const windowLimits = z
  .string()
  .regex(LIMITS, 'must be three numbers, or the word unlimited, such as 10/unlimited/3');

export function toWindowLimits(text: string): WindowLimits {
  const [, first, answered, late] = LIMITS.exec(text) ?? [];
  return { first: toCount(first), answered: toCount(answered), late: toCount(late) };
}

function toCount(text: string | undefined): number | null {
  return text === 'unlimited' ? null : Number(text);
}
