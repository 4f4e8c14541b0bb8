/**
 * Supplies access tokens. src/integrations implements it, and src/app.module.ts binds the two, so that this module does not
 * know where tokens are stored. A credential belongs to one token family (`token-family.ts`).
 */
export abstract class TikTokTokenSource {
  /** Returns a valid token, and refreshes it first if it is about to expire. */
  abstract accessToken(credentialId: string): Promise<string>;

  /**
   * Returns another token after TikTok rejected `rejected`. Refreshes it, unless another call already has.
   * @throws if there is no other token. For a family without refresh (ad accounts), that is whenever `rejected` is still the
   *   stored token, and an admin has to connect again
   */
  abstract renewedToken(credentialId: string, rejected: string): Promise<string>;
}
