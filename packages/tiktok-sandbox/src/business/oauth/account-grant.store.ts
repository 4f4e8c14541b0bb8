/** One consent of a TikTok account to the business app. Times are ms. */
export interface AccountGrant {
  readonly username: string;
  scopes: string[];
  /** An access token that was replaced by a refresh stays good until its own expiry. */
  accessTokens: { readonly token: string; expiresAt: number }[];
  refreshToken: string;
  refreshExpiresAt: number;
}

/** All live consents, found by their tokens, whether those have expired or not. */
export class AccountGrantStore {
  private readonly byAccess = new Map<string, AccountGrant>();
  private readonly byRefresh = new Map<string, AccountGrant>();

  add(grant: AccountGrant): AccountGrant {
    for (const { token } of grant.accessTokens) this.byAccess.set(token, grant);
    this.byRefresh.set(grant.refreshToken, grant);
    return grant;
  }

  /** The consent of an access token, and when that token ends. */
  byAccessToken(token: string): { grant: AccountGrant; expiresAt: number } | undefined {
    const grant = this.byAccess.get(token);
    const entry = grant?.accessTokens.find((candidate) => candidate.token === token);
    return grant && entry && { grant, expiresAt: entry.expiresAt };
  }

  byRefreshToken(token: string): AccountGrant | undefined {
    return this.byRefresh.get(token);
  }

  renew(grant: AccountGrant, access: { token: string; expiresAt: number }, refreshToken: string): void {
    grant.accessTokens.push(access);
    this.byAccess.set(access.token, grant);
    this.byRefresh.delete(grant.refreshToken);
    grant.refreshToken = refreshToken;
    this.byRefresh.set(refreshToken, grant);
  }

  all(): AccountGrant[] {
    return [...this.byRefresh.values()];
  }

  of(username: string): AccountGrant[] {
    return this.all().filter((grant) => grant.username === username);
  }

  /** Ends the app's access to the account. @returns how many consents there were */
  remove(username: string): number {
    const grants = this.of(username);
    for (const grant of grants) {
      this.byRefresh.delete(grant.refreshToken);
      for (const { token } of grant.accessTokens) this.byAccess.delete(token);
    }
    return grants.length;
  }
}
