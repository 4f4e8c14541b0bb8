import { ConflictError } from '../../common/index.js';
import { TikTokApiError, toHttpError } from '../../tiktok/index.js';

/** Turns a refused write into an error for an API client, with the words by which TikTok names the value. */
export function toAdsError(error: unknown): unknown {
  const known = toHttpError(error);
  if (!(known instanceof ConflictError && error instanceof TikTokApiError) || error.tiktokMessage === '')
    return known;
  return new ConflictError(known.code, `${known.message} TikTok says: “${error.tiktokMessage}”`, {
    cause: error,
  });
}
