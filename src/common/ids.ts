import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES = 16;
// Asking the system for the bytes of each id alone would cost more than the id.
const POOL = Buffer.allocUnsafe(256 * RANDOM_BYTES);
let used = POOL.length;
let [msecs, sequence] = [0, 0];

/** Creates an id: a UUIDv7, so that rows sort by creation time, also those of one process in one millisecond. */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Half of the range, so that counting on from it does not overflow.
    sequence = random.readUInt32BE(6) >>> 1;
  } else sequence += 1;
  return v7({ random, msecs, seq: sequence });
}

function nextRandom(): Buffer {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += RANDOM_BYTES;
  return POOL.subarray(used - RANDOM_BYTES, used);
}

const HEX = 16;
const TIME_DIGITS = 12;

/** @returns the lowest id of a moment: what was created later sorts after it */
export function firstIdOf(time: Date): string {
  const digits = Math.max(0, time.getTime()).toString(HEX).padStart(TIME_DIGITS, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True if the text is a UUID. PostgreSQL rejects anything else in a uuid column. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
