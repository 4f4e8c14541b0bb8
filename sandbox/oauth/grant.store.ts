/** One consent of one account: its scopes and the tokens that live on it. Times are ms. */
export interface Grant {
  readonly clientKey: string;
  readonly username: string;
  scopes: string[];
  /** An access token that was replaced by a refresh stays good until its own expiry. */
  accessTokens: { readonly token: string; expiresAt: number }[];
  refreshToken: string;
  /** Absolute: a refresh does not move it. */
  refreshExpiresAt: number;
}

/** All live grants, found by their tokens. A token that is not here is invalid, whatever the reason. */
export class GrantStore {
  private readonly byAccess = new Map<string, Grant>();
  private readonly byRefresh = new Map<string, Grant>();

  add(grant: Grant): void {
    for (const { token } of grant.accessTokens) this.byAccess.set(token, grant);
    this.byRefresh.set(grant.refreshToken, grant);
  }

  /** The grant of an access token that is valid at `nowMs`. */
  byAccessToken(token: string, nowMs: number): Grant | undefined {
    const grant = this.byAccess.get(token);
    const entry = grant?.accessTokens.find((candidate) => candidate.token === token);
    return entry && entry.expiresAt > nowMs ? grant : undefined;
  }

  /** The grant of a refresh token that is valid at `nowMs` and has not been rotated away. */
  byRefreshToken(token: string, nowMs: number): Grant | undefined {
    const grant = this.byRefresh.get(token);
    return grant && grant.refreshExpiresAt > nowMs ? grant : undefined;
  }

  /** Gives the grant a new access token, and a new refresh token when one is passed. */
  renew(
    grant: Grant,
    access: { token: string; expiresAt: number },
    refreshToken: string,
    nowMs: number,
  ): void {
    for (const { token } of grant.accessTokens.filter((old) => old.expiresAt <= nowMs))
      this.byAccess.delete(token);
    grant.accessTokens = [...grant.accessTokens.filter((old) => old.expiresAt > nowMs), access];
    this.byAccess.set(access.token, grant);
    this.byRefresh.delete(grant.refreshToken);
    grant.refreshToken = refreshToken;
    this.byRefresh.set(refreshToken, grant);
  }

  all(): Grant[] {
    return [...this.byRefresh.values()];
  }

  of(username: string): Grant[] {
    return this.all().filter((grant) => grant.username === username);
  }

  /** Ends the app's access to the account: every token of every consent. */
  remove(username: string): number {
    const grants = this.of(username);
    for (const grant of grants) {
      this.byRefresh.delete(grant.refreshToken);
      for (const { token } of grant.accessTokens) this.byAccess.delete(token);
    }
    return grants.length;
  }
}
