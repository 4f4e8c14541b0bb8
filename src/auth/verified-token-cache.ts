import type { Caller } from './caller.js';

const MAX_TOKENS = 2_000;
// Withdrawn keys are trusted for longer anyway, because SigningKeys refetches every 10 min.
const TRUSTED_MS = 60_000;

/**
 * Caches verified tokens for a minute, and never beyond their expiry. An admin UI sends the same token with each request,
 * so its signature need not be verified every time.
 */
export class VerifiedTokenCache {
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
    if (this.callers.size >= MAX_TOKENS && oldest !== undefined) this.callers.delete(oldest);
    const until = Math.min(this.now() + TRUSTED_MS, caller.expiresAt.getTime());
    this.callers.set(token, { caller, until });
  }
}
