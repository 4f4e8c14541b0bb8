import { msToMidnightUtc } from './utc-day.js';
import type { BudgetScope } from './budget.js';
import type { TikTokRateLimitedError } from '../http/tiktok-errors.js';
import { subjectOf, type RatedCall } from './rated-call.js';

/** How long to keep away from what, after TikTok said that it was too much. */
export interface Recovery {
  key: string;
  scope: BudgetScope;
  seconds: number;
}

/** What is known of earlier refusals, in the last seconds, of calls like this one. */
export interface EarlierBreaches {
  /** Of the same subject. */
  own: number;
  /** Whether another subject was refused as well. */
  others: boolean;
}

/** What TikTok said. */
type Refusal = Pick<TikTokRateLimitedError, 'code' | 'tiktokMessage' | 'origin'>;

const OPEN_API_SECONDS = 60; // "back off >= 60 s": its minute slides
const AFTER_SECOND = 1;
const AFTER_ACCOUNT_MINUTE = 60;
const AFTER_APP_MINUTE = 300; // TikTok's own words: five minutes

/**
 * What TikTok asks for, it gets. But it documents no Retry-After and has one code for three windows: the message names the
 * window, when it does; otherwise the shortest is assumed first and a longer one when that was not enough. The narrowest
 * scope is assumed first as well, so that one account's limit does not stop everybody. Business reference §11, §12; open
 * API reference §6, §7.
 */
export function recoveryOf(
  call: RatedCall,
  { code, tiktokMessage, origin }: Refusal,
  earlier: EarlierBreaches,
  now: Date,
): Recovery {
  const target = targetOf(call, code, earlier);
  if (origin.retryAfterSeconds !== undefined) return { ...target, seconds: origin.retryAfterSeconds };
  if (call.api === 'open') return { ...target, seconds: OPEN_API_SECONDS };
  const again = earlier.own > 0 || (earlier.others && target.scope === 'app');
  const window = windowIn(tiktokMessage) ?? (again ? 'minute' : 'second');
  if (window === 'day') return { ...target, seconds: Math.ceil(msToMidnightUtc(now) / 1000) };
  if (window === 'second') return { ...target, seconds: AFTER_SECOND };
  return { ...target, seconds: target.scope === 'app' ? AFTER_APP_MINUTE : AFTER_ACCOUNT_MINUTE };
}

function targetOf(call: RatedCall, code: string, { others }: EarlierBreaches): Omit<Recovery, 'seconds'> {
  const keys = blockKeysOf(call);
  if (code === '40016') return { key: keys.endpoint, scope: 'endpoint' };
  if (code === '40133') return { key: keys.subject, scope: 'advertiser' };
  const isAppWide = call.api === 'business' && code === '40100' && !call.accountId;
  if (isAppWide || (others && call.api === 'business')) return { key: keys.app, scope: 'app' };
  if (others) return { key: keys.endpoint, scope: 'endpoint' };
  return { key: keys.subjectEndpoint, scope: call.advertiserId ? 'advertiser' : 'account' };
}

/** Where a block may stand that concerns a call, from wide to narrow. */
export function blockKeysOf(call: RatedCall) {
  const subject = subjectOf(call);
  return {
    app: `${call.api}:app`,
    endpoint: `${call.api}:${call.path}`,
    subject: `${call.api}:subject:${subject}`,
    subjectEndpoint: `${call.api}:${call.path}:${subject}`,
  };
}

function windowIn(message: string): 'second' | 'minute' | 'day' | undefined {
  if (/\bQPD\b|per day|daily/i.test(message)) return 'day';
  if (/\bQPM\b|per minute/i.test(message)) return 'minute';
  if (/\bQPS\b|per second/i.test(message)) return 'second';
  return undefined;
}
