import { plausibleTime, webhookSeconds } from '../../tiktok/index.js';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a text, or a number as text: TikTok's ids may be either. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function objectOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** Reads milliseconds, as documented, or seconds, which calls use for the times of ads. */
export function timeOf(value: unknown): Date | null {
  const seconds = webhookSeconds(value);
  return seconds === undefined ? null : new Date(Math.round(seconds * 1000));
}

/** @param fallback when TikTok sends no time, or one far in the future */
export function timeOr(value: unknown, fallback: Date): Date {
  return plausibleTime(timeOf(value), fallback);
}

/** True for the fields' own users: `business_account`, in any case. */
export function isRole(user: Fields, role: 'business_account' | 'personal_account'): boolean {
  return textOf(user['role'])?.toLowerCase() === role;
}
