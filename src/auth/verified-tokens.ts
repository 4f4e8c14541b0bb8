import type { Caller } from './caller.js';

const REMEMBERED = 2_000;
// A key that the identity provider withdraws is trusted for longer than this anyway: SigningKeys asks every ten minutes.
const TRUSTED_MS = 60_000;

/**
 * Remembers for a minute which tokens were verified, so that an admin UI that sends the same one with each call does not
 * pay for its signature each time. Never past a token's own end.
 */
export class VerifiedTokens {
  private readonly callers = new Map<string, { caller: Caller; until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  find(token: string): Caller | undefined {
    const known = this.callers.get(token);
    if (!known) return undefined;
    if (this.now() < known.until) return known.caller;
    this.callers.delete(token);
    return undefined;
  }

  keep(token: string, caller: Caller): void {
    const [oldest] = this.callers.keys();
    if (this.callers.size >= REMEMBERED && oldest !== undefined) this.callers.delete(oldest);
    const until = Math.min(this.now() + TRUSTED_MS, caller.expiresAt.getTime());
    this.callers.set(token, { caller, until });
  }
}
