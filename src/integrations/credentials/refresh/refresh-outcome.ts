import { isTransient, TikTokApiError, TikTokNetworkError, type ErrorFamily } from '../../../tiktok/index.js';
import type { Credential } from '../../integration/credential.entity.js';

/** The result of a refresh: a token, or an error that was recorded and now goes to the caller. */
export type Outcome = { token: string } | { error: Error };

export const CREDENTIAL_GONE = 'The connection to this TikTok account is gone.';

/** @throws the error of the outcome */
export function tokenOf(outcome: Outcome): string {
  if ('error' in outcome) throw outcome.error;
  return outcome.token;
}

/** Prefers the stored token while it works, whatever TikTok answered to its refresh. */
export function fallBack(usable: string | undefined, error: Error): Outcome {
  return usable === undefined ? { error } : { token: usable };
}

/** Returns TikTok's permanent rejection as `family/code`; null for errors that may pass. */
export function rejectionOf(error: Error): string | null {
  return error instanceof TikTokApiError && !isTransient(error) ? `${error.family}/${error.code}` : null;
}

type CoolingDown = Pick<Credential, 'family' | 'refreshRetryAt' | 'refreshRefusal'>;

/**
 * Builds the error for callers during a cool-down: TikTok's own rejection, so that every caller gets the same answer, or
 * that it did not respond.
 */
export function rejectedLately({ family, refreshRetryAt, refreshRefusal }: CoolingDown, now: Date): Error {
  const [ofFamily, code] = refreshRefusal?.split('/') ?? [];
  if (ofFamily !== undefined && code !== undefined) {
    const origin = { family: ofFamily as ErrorFamily, path: REFRESH_PATHS[family], httpStatus: 200 };
    return new TikTokApiError(code, '', origin);
  }
  const seconds = Math.ceil(((refreshRetryAt?.getTime() ?? 0) - now.getTime()) / 1000);
  return waiting(family, 'TikTok did not respond recently; the service asks again soon', { seconds });
}

/** Builds an error that may pass: callers retry later. Nothing was sent. */
export function waiting(
  family: Credential['family'],
  reason: string,
  { seconds, cause }: { seconds?: number; cause?: Error } = {},
): Error {
  return new TikTokNetworkError(REFRESH_PATHS[family], false, new Error(reason, { cause }), seconds);
}

const REFRESH_PATHS: Record<Credential['family'], string> = {
  login: '/v2/oauth/token/',
  account: '/tt_user/oauth2/refresh_token/',
  advertiser: '/oauth2/access_token/',
};
