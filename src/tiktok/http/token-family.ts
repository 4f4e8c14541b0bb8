/** How to send a token of one family, and the codes with which TikTok rejects it. */
export interface TokenFamily {
  headers(token: string): Record<string, string>;
  /** The only codes for which another token may help. */
  rejections: ReadonlySet<string>;
}

/** TikTok for Developers. https://developers.tiktok.com/doc/tiktok-api-v2-error-handling */
export const LOGIN_TOKEN: TokenFamily = {
  headers: (token) => ({ authorization: `Bearer ${token}` }),
  rejections: new Set(['access_token_invalid']),
};

const accessToken = (token: string) => ({ 'access-token': token });

/** A TikTok account at the Business API. The token lives a day and can be refreshed. */
export const ACCOUNT_TOKEN: TokenFamily = {
  headers: accessToken,
  rejections: new Set(['40102', '40105']),
};

/** Ad accounts. The token never expires and cannot be refreshed. If TikTok rejects it, an admin has to connect again. */
export const ADVERTISER_TOKEN: TokenFamily = { headers: accessToken, rejections: new Set(['40105']) };
