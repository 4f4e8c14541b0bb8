/**
 * Hands out access tokens. This module needs tokens and does not know where they live: src/integrations implements
 * it, src/app.module.ts binds the two. A credential belongs to one token family (`token-family.ts`).
 */
export abstract class TikTokTokenSource {
  /** A token that is valid now, refreshed first when it is near its end. */
  abstract accessToken(credentialId: string): Promise<string>;

  /**
   * After TikTok rejected `rejected`: another token, refreshed unless somebody else has done so already.
   * @throws when there is none to be had; for a family without refresh (ad accounts) that is whenever `rejected` is
   *   still the one on record: somebody has to connect again
   */
  abstract renewedToken(credentialId: string, rejected: string): Promise<string>;
}
