/** How tokens of one family travel, and by which words TikTok says that one is not accepted. */
export interface TokenFamily {
  headers(token: string): Record<string, string>;
  /** The only codes after which another token may help; everything else is no token problem. */
  rejections: ReadonlySet<string>;
}

/** TikTok for Developers. https://developers.tiktok.com/doc/tiktok-api-v2-error-handling */
export const LOGIN_TOKEN: TokenFamily = {
  headers: (token) => ({ authorization: `Bearer ${token}` }),
  rejections: new Set(['access_token_invalid']),
};

const accessToken = (token: string) => ({ 'access-token': token });

/** A TikTok account at the Business API: lives a day, is refreshed. */
export const ACCOUNT_TOKEN: TokenFamily = {
  headers: accessToken,
  rejections: new Set(['40102', '40105']),
};

/** Ad accounts: never expires, cannot be refreshed; rejected means that somebody has to consent again. */
export const ADVERTISER_TOKEN: TokenFamily = { headers: accessToken, rejections: new Set(['40105']) };
