import type { TikTokRateLimitedError } from '../http/tiktok-errors.js';
import { msToMidnightUtc, type BudgetScope } from './budget.js';
import { subjectOf, type RatedCall } from './rated-call.js';

/** Which calls to block after TikTok refused one as too many, and for how long. */
export interface Recovery {
  key: string;
  scope: BudgetScope;
  ms: number;
}

/** Refusals of the same endpoint in the last seconds. */
export interface EarlierRefusals {
  /** Of the same subject. */
  own: boolean;
  /** Of another subject. */
  others: boolean;
}

const OPEN_API_MS = 60_000; // "back off >= 60 s": its minute slides
const AFTER_SECOND_MS = 1_000;
const AFTER_ACCOUNT_MINUTE_MS = 60_000;
const AFTER_APP_MINUTE_MS = 300_000; // TikTok's own words: five minutes

/**
 * Chooses the pause that TikTok asks for, if it does. It documents no Retry-After, and has one code for three windows. So a
 * window that the message names counts, else the shortest one; a second refusal means a longer one. The narrowest scope comes
 * first, too, so that one account's limit does not stop the others. Business reference §11, §12; open API reference §6, §7.
 */
export function recoveryOf(
  call: RatedCall,
  { code, tiktokMessage, origin }: Pick<TikTokRateLimitedError, 'code' | 'tiktokMessage' | 'origin'>,
  { own, others }: EarlierRefusals,
  now: Date,
): Recovery {
  const target = targetOf(call, code, others);
  if (origin.retryAfterSeconds !== undefined) return { ...target, ms: origin.retryAfterSeconds * 1000 };
  if (call.api === 'open') return { ...target, ms: OPEN_API_MS };
  const again = own || (others && target.scope === 'app');
  const window = windowIn(tiktokMessage) ?? (again ? 'minute' : 'second');
  if (window === 'day') return { ...target, ms: msToMidnightUtc(now) };
  if (window === 'second') return { ...target, ms: AFTER_SECOND_MS };
  return { ...target, ms: target.scope === 'app' ? AFTER_APP_MINUTE_MS : AFTER_ACCOUNT_MINUTE_MS };
}

function targetOf(call: RatedCall, code: string, others: boolean): Omit<Recovery, 'ms'> {
  const keys = blockKeysOf(call);
  if (code === '40016') return { key: keys.endpoint, scope: 'endpoint' };
  if (code === '40133') return { key: keys.subject, scope: 'advertiser' };
  const isAppWide = others || (code === '40100' && !call.accountId);
  if (call.api === 'business' && isAppWide) return { key: keys.app, scope: 'app' };
  if (others) return { key: keys.endpoint, scope: 'endpoint' };
  return { key: keys.subjectAtEndpoint, scope: call.advertiserId ? 'advertiser' : 'account' };
}

/** Names the blocks that stop a call. */
export function blockKeysOf(call: RatedCall) {
  const prefix = `block:${call.api}`;
  const subject = subjectOf(call);
  return {
    app: `${prefix}:app`,
    endpoint: `${prefix}:${call.path}`,
    subject: `${prefix}:subject:${subject}`,
    subjectAtEndpoint: `${prefix}:${call.path}:${subject}`,
  };
}

function windowIn(message: string): 'second' | 'minute' | 'day' | undefined {
  if (/\bQPD\b|per day|daily/i.test(message)) return 'day';
  if (/\bQPM\b|per minute/i.test(message)) return 'minute';
  if (/\bQPS\b|per second/i.test(message)) return 'second';
  return undefined;
}
