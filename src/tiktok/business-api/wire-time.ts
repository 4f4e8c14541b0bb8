import { wireTime } from '../http/wire-value.js';

const WIRE_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

/** Formats a time as ads objects take it: UTC, `YYYY-MM-DD HH:MM:SS`. */
export function toWireTime(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

/** @returns null for anything but such a time */
export function fromWireTime(value: unknown): Date | null {
  const match = typeof value === 'string' ? WIRE_TIME.exec(value) : null;
  const time = match ? new Date(`${match[1]}T${match[2]}Z`) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time : null;
}

/**
 * Reads the time of a comment under an ad. TikTok's sample ends with `+0000 UTC`, and its reference names seconds.
 * @returns null for anything else
 */
export function adCommentTime(value: unknown): Date | null {
  if (typeof value !== 'string') return wireTime(value);
  return fromWireTime(value.replace(/ \+0000 UTC$/, '')) ?? wireTime(value);
}
