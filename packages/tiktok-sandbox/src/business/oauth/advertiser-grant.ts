/** A Marketing API token: no expiry, alive until it is revoked. */
export interface AdvertiserGrant {
  readonly token: string;
  advertiserIds: string[];
  /** Permission ids as text, since one may exceed 2^53. */
  readonly scopes: string[];
  readonly createdAt: number;
}
