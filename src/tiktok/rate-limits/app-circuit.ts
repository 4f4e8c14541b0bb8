/**
 * Codes by which the Business API refuses access at the level of app, account or scope; which of them means the app is
 * not established (business reference §11). One account's trouble must not stop everybody, so only the same word to
 * several accounts in a row, with no success between, is taken for a restriction of the app. The open API has no such
 * code that we know of.
 */
const ACCESS_REFUSED = new Set(['40113', '40118', '40124']);
const SUBJECTS_NEEDED = 3;
const FIRST_WINDOW_MS = 5 * 60_000;
const LONGEST_WINDOW_MS = 60 * 60_000;
// A probe that never reports back must not keep the circuit open for ever.
const PROBE_MS = 30_000;

/** Stops all calls of an app that TikTok has restricted; after a while one call finds out whether that is over. */
export class AppCircuit {
  private refusedSubjects = new Set<string>();
  private windowMs = FIRST_WINDOW_MS;
  /** Milliseconds since 1970; undefined while calls go out. */
  private shutUntil: number | undefined;

  /** @returns milliseconds to wait; 0 lets the call out, after the window as the one probe */
  waitMs(now: number): number {
    if (this.shutUntil === undefined) return 0;
    if (now < this.shutUntil) return this.shutUntil - now;
    this.shutUntil = now + PROBE_MS;
    return 0;
  }

  /** TikTok did what was asked, or refused for a reason that is not the app's. */
  answered(): void {
    this.refusedSubjects.clear();
    this.shutUntil = undefined;
    this.windowMs = FIRST_WINDOW_MS;
  }

  /** @returns for how long the circuit is open now, when this refusal has opened it */
  refused(code: string, subject: string, now: number): number | undefined {
    if (!ACCESS_REFUSED.has(code)) {
      this.answered();
      return undefined;
    }
    this.refusedSubjects.add(subject);
    const probing = this.shutUntil !== undefined;
    if (!probing && this.refusedSubjects.size < SUBJECTS_NEEDED) return undefined;
    const openMs = this.windowMs;
    this.shutUntil = now + openMs;
    this.windowMs = Math.min(2 * this.windowMs, LONGEST_WINDOW_MS);
    return openMs;
  }
}
