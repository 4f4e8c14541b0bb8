import { isTransient, TikTokApiError, TikTokNetworkError, type ErrorFamily } from '../../../tiktok/index.js';
import type { Credential } from '../../integration/credential.entity.js';

/** What came of a refresh: a token, or an error that was written down and is now for the caller. */
export type Outcome = { token: string } | { error: Error };

/** @throws the error of the outcome */
export function tokenOf(outcome: Outcome): string {
  if ('error' in outcome) throw outcome.error;
  return outcome.token;
}

/** The token that is held is good for the caller as long as it works, whatever TikTok says to its refresh. */
export function fallBack(usable: string | undefined, error: Error): Outcome {
  return usable === undefined ? { error } : { token: usable };
}

/** What TikTok has refused for good, as `family/code`; null for trouble that passes by itself. */
export function refusalOf(error: Error): string | null {
  return error instanceof TikTokApiError && !isTransient(error) ? `${error.family}/${error.code}` : null;
}

type CoolingDown = Pick<Credential, 'family' | 'refreshRetryAt' | 'refreshRefusal'>;

/**
 * Why there is no token while TikTok is left alone: the refusal that it gave, so that each caller learns the same, or that
 * it did not answer.
 */
export function refusedLately({ family, refreshRetryAt, refreshRefusal }: CoolingDown, now: Date): Error {
  const [ofFamily, code] = refreshRefusal?.split('/') ?? [];
  if (ofFamily !== undefined && code !== undefined) {
    const origin = { family: ofFamily as ErrorFamily, path: REFRESH_PATHS[family], httpStatus: 200 };
    return new TikTokApiError(code, '', origin);
  }
  const seconds = Math.ceil(((refreshRetryAt?.getTime() ?? 0) - now.getTime()) / 1000);
  return waiting(family, 'TikTok did not answer lately; it is asked again soon', { seconds });
}

/** Time may cure it: callers try again later. Nothing was sent. */
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
