import { DomainError, isDatabaseUnavailable } from '../../common/index.js';
import { TikTokApiError, TikTokError } from '../../tiktok/index.js';
import { GrantRefusedError } from './grant-refused.error.js';

/** Returns the return address's code for a callback without an authorization code. */
export function refusalCode(error: string | undefined): string {
  return error ? wordOf(error) : 'code_missing';
}

/** Returns the return address's code for a failed exchange; undefined for a bug of ours. */
export function failureCode(error: unknown): string | undefined {
  if (error instanceof GrantRefusedError || error instanceof DomainError) return error.code;
  if (isDatabaseUnavailable(error)) return 'database_unavailable';
  if (!(error instanceof TikTokError)) return undefined;
  return error instanceof TikTokApiError ? wordOf(error.code) : 'tiktok_unavailable';
}

/** Keeps the code to one word, whatever TikTok sent. */
function wordOf(code: string): string {
  return /^[a-z0-9_]{1,60}$/.test(code) ? code : 'consent_failed';
}
