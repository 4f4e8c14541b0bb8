/** One consent of one account: its scopes and its tokens. Times are ms. */
export interface Grant {
  readonly clientKey: string;
  readonly username: string;
  scopes: string[];
  /** An access token that a refresh has replaced stays valid until it expires. */
  accessTokens: { readonly token: string; expiresAt: number }[];
  refreshToken: string;
  /** Absolute: a refresh does not move it (`refreshExpiry`). */
  refreshExpiresAt: number;
  /** The previous refresh token, valid while the setting `rotationGraceSeconds` allows. */
  rotatedAway?: { readonly token: string; readonly expiresAt: number };
}

/** The new tokens of a refresh. */
export interface Renewal {
  readonly access: { readonly token: string; readonly expiresAt: number };
  readonly refreshToken: string;
  readonly refreshExpiresAt: number;
  readonly graceMs: number;
}

/** All current grants, by their tokens. Any other token is invalid. */
export class GrantStore {
  private readonly byAccess = new Map<string, Grant>();
  private readonly byRefresh = new Map<string, Grant>();
  private readonly byUser = new Map<string, Set<Grant>>();

  add(grant: Grant): void {
    for (const { token } of grant.accessTokens) this.byAccess.set(token, grant);
    this.byRefresh.set(grant.refreshToken, grant);
    if (grant.rotatedAway) this.byRefresh.set(grant.rotatedAway.token, grant);
    const own = this.byUser.get(grant.username);
    if (own) own.add(grant);
    else this.byUser.set(grant.username, new Set([grant]));
  }

  /** Finds the grant of an access token that is valid at `nowMs`. */
  byAccessToken(token: string, nowMs: number): Grant | undefined {
    const grant = this.byAccess.get(token);
    const entry = grant?.accessTokens.find((candidate) => candidate.token === token);
    return entry && entry.expiresAt > nowMs ? grant : undefined;
  }

  /** Finds the grant of a refresh token that is valid at `nowMs` and not rotated. */
  byRefreshToken(token: string, nowMs: number): Grant | undefined {
    const grant = this.byRefresh.get(token);
    if (!grant || grant.refreshExpiresAt <= nowMs) return undefined;
    if (grant.refreshToken === token) return grant;
    return (grant.rotatedAway?.expiresAt ?? 0) > nowMs ? grant : undefined;
  }

  /** Replaces the grant's tokens. */
  renew(grant: Grant, renewal: Renewal, nowMs: number): void {
    for (const { token } of grant.accessTokens.filter((old) => old.expiresAt <= nowMs))
      this.byAccess.delete(token);
    grant.accessTokens = [...grant.accessTokens.filter((old) => old.expiresAt > nowMs), renewal.access];
    this.byAccess.set(renewal.access.token, grant);
    grant.refreshExpiresAt = renewal.refreshExpiresAt;
    if (renewal.refreshToken === grant.refreshToken) return;
    this.forgetRotated(grant);
    if (renewal.graceMs > 0)
      grant.rotatedAway = { token: grant.refreshToken, expiresAt: nowMs + renewal.graceMs };
    else this.byRefresh.delete(grant.refreshToken);
    grant.refreshToken = renewal.refreshToken;
    this.byRefresh.set(renewal.refreshToken, grant);
  }

  all(): Grant[] {
    const all: Grant[] = [];
    for (const own of this.byUser.values()) all.push(...own);
    return all;
  }

  of(username: string): Grant[] {
    return [...(this.byUser.get(username) ?? [])];
  }

  /** Revokes the app's access to the account: every token of every consent. */
  remove(username: string): number {
    const grants = this.of(username);
    for (const grant of grants) {
      this.byRefresh.delete(grant.refreshToken);
      this.forgetRotated(grant);
      for (const { token } of grant.accessTokens) this.byAccess.delete(token);
    }
    this.byUser.delete(username);
    return grants.length;
  }

  private forgetRotated(grant: Grant): void {
    if (grant.rotatedAway) this.byRefresh.delete(grant.rotatedAway.token);
    delete grant.rotatedAway;
  }
}
