import { createHash, randomBytes } from 'node:crypto';
import type { Random } from './random.js';

/**
 * A 19-digit id in TikTok's format: the second of creation in the upper half, 32 other bits in the lower.
 * It exceeds 2^53, so it is a string.
 */
export function itemId(atMs: number, random: Random = Math.random): string {
  return itemIdOf(Math.floor(atMs / 1000), Math.floor(random() * 4_294_967_296));
}

/** Builds an id from its halves: seconds since 1970, and 32 bits. */
export function itemIdOf(seconds: number, low: number): string {
  return ((BigInt(seconds) << 32n) | BigInt(low)).toString();
}

/** Splits an id into its halves; undefined for anything else. */
export function itemIdParts(id: string): { seconds: number; low: number } | undefined {
  if (!/^\d{19}$/.test(id)) return undefined;
  const bits = BigInt(id);
  return { seconds: Number(bits >> 32n), low: Number(bits & 0xffff_ffffn) };
}

/** An opaque 36-character account id, e.g. `-000YSS_OTWK…`, derived from the name. */
export function opaqueId(prefix: '-000' | '_000', name: string): string {
  return prefix + createHash('sha256').update(name).digest('base64url').slice(0, 32);
}

/** A UUID derived from the name. */
export function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Random text for tokens and codes; a token of an earlier run must never be valid by accident. */
export function secretText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** 14 digits of UTC time and 20 upper-case hex digits, as in `20260828035612A3942F2F64B39F7F0B89`. */
export function logId(nowMs: number): string {
  const digits = new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 14);
  return digits + randomBytes(10).toString('hex').toUpperCase();
}
