import { nextCorrection } from '../../../ads/index.js';
import { offsetOf } from '../../policy/cadence.js';

/** Returns when the ads of an integration are due next: after the interval, and after each correction of TikTok's. */
export function nextAdsDue(now: Date, everyHours: number, integrationId: string): Date {
  // TikTok's correction takes a while.
  const offset = offsetOf(integrationId);
  const corrected = nextCorrection(now.getTime() - offset + 1).getTime() + offset;
  return new Date(Math.min(now.getTime() + everyHours * 3_600_000, corrected));
}
