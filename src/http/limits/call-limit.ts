import { hash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** How long calls are counted together: a caller who was quiet may make all of them at once. */
export const WINDOW_MINUTES = 2;

/** One count that a call is part of. */
export interface CallLimit {
  /** Says what is counted, and for whom only as a hash: it may lie in Redis. */
  key: string;
  perMinute: number;
  /** The beginning of the sentence that refuses. */
  subject: string;
}

/** @returns nothing when `perMinute` is 0, which means no limit */
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
 * The address to count: of IPv6 the network of 64 bits, since its owner has all addresses in it.
 * @param ip a connection that has ended has none
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
