import { crc32 } from 'node:zlib';
import { nextCorrection } from '../../../ads/index.js';

/** TikTok's correction takes a while, and accounts are spread over this time. */
const SPREAD_SECONDS = 2_400;

/** Returns when the ads of an integration are due next: after the interval, and after each correction of TikTok's. */
export function nextAdsDue(now: Date, everyHours: number, integrationId: string): Date {
  const offset = (crc32(integrationId) % SPREAD_SECONDS) * 1_000;
  const corrected = nextCorrection(now.getTime() - offset + 1).getTime() + offset;
  return new Date(Math.min(now.getTime() + everyHours * 3_600_000, corrected));
}
