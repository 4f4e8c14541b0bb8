/**
 * Codes with which the Business API refuses access for an app, an account or a scope. TikTok does not say which of them means
 * the app (business reference §11). The open API has no such code that we know of.
 */
const ACCESS_REFUSED = new Set(['40113', '40118', '40124']);
// One account's problem must not pause the others: only several refused accounts in a row point to the app.
const SUBJECTS_NEEDED = 3;
const FIRST_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;
// A probe that never reports back must not keep the circuit open forever.
const PROBE_MS = 30_000;

/** Pauses all calls of an app that TikTok has restricted. After a pause, one call probes whether that is over. */
export class AppCircuit {
  private readonly refusedSubjects = new Set<string>();
  private pauseMs = FIRST_PAUSE_MS;
  /** Milliseconds since 1970; undefined while calls may leave. */
  private openUntil: number | undefined;

  /** @returns milliseconds to wait; 0 lets the call out, after a pause as the one probe */
  remainingMs(now: number): number {
    if (this.openUntil === undefined) return 0;
    if (now < this.openUntil) return this.openUntil - now;
    this.openUntil = now + PROBE_MS;
    return 0;
  }

  /** Closes the circuit. */
  succeeded(): void {
    this.refusedSubjects.clear();
    this.openUntil = undefined;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  /** @returns the length of the pause in ms if this refusal opened the circuit */
  refused(code: string, subject: string, now: number): number | undefined {
    if (!ACCESS_REFUSED.has(code)) {
      // A refusal for another reason proves that the app may call.
      this.succeeded();
      return undefined;
    }
    this.refusedSubjects.add(subject);
    const probing = this.openUntil !== undefined;
    if (!probing && this.refusedSubjects.size < SUBJECTS_NEEDED) return undefined;
    const openMs = this.pauseMs;
    this.openUntil = now + openMs;
    this.pauseMs = Math.min(2 * openMs, LONGEST_PAUSE_MS);
    return openMs;
  }
}
