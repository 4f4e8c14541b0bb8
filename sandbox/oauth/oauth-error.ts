/** A refusal in OAuth's own words. Source: reference §1.7. */
export class OAuthError extends Error {
  constructor(
    readonly category: 'invalid_client' | 'invalid_grant' | 'invalid_request' | 'unsupported_grant_type',
    description: string,
  ) {
    super(description);
  }
}

export const MALFORMED = 'The request parameters are malformed.';
