import type { Settings } from '../settings.js';

/** An error in OAuth's format. Source: reference §1.7. */
export class OAuthError extends Error {
  constructor(
    readonly category:
      | 'invalid_client'
      | 'invalid_grant'
      | 'invalid_request'
      | 'unsupported_grant_type'
      | 'temporarily_unavailable',
    description: string,
  ) {
    super(description);
  }
}

export const MALFORMED = 'The request parameters are malformed.';

/** Undocumented: 200 was reported, other sources show 4xx. */
export function oauthStatus(settings: Settings, category: string): number {
  if (settings.oauthErrorStatus === '200') return 200;
  if (category === 'temporarily_unavailable') return 429;
  if (category === 'server_error') return 500;
  return category === 'invalid_client' ? 401 : 400;
}
