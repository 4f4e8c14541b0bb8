import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** The window of a limit. A caller may use the whole limit at once. */
export const WINDOW_MINUTES = 2;

/** A limit that a call counts towards. */
export interface CallLimit {
  /** Identifies the limit and, as a hash, the caller, because the key may be stored in Redis. */
  key: string;
  perMinute: number;
  /** The start of the error message. */
  subject: string;
}

/** @returns an empty list if `perMinute` is 0, which means no limit */
export function callLimit(
  kind: string,
  caller: readonly string[],
  subject: string,
  perMinute: number,
): CallLimit[] {
  if (perMinute === 0) return [];
  const key = `${kind}:${hash('sha256', JSON.stringify(caller), 'base64url')}`;
  return [{ key, perMinute, subject }];
}

/**
 * The address to count. For IPv6 it is the /64 network, because one owner has all of its addresses.
 * @param ip undefined if the connection has closed
 */
export function callerAddress(ip: string | undefined): string {
  if (ip === undefined) return '';
  const bare = ip.split('%', 1)[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(bare)) return bare;
  const [left = [], right = []] = bare.split('::').map((side) => side.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
