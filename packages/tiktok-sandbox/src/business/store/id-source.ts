/** Before the first audience; TikTok's have nine digits. */
const AUDIENCE_IDS_AFTER = 190_000_000n;

/**
 * Makes the 16-digit ids of ads objects: the second of creation above 20 other bits, so that a later object
 * has the larger id. Audiences are counted instead.
 */
export class IdSource {
  private last = 0n;
  private lastAudience = AUDIENCE_IDS_AFTER;

  next(nowMs: number): string {
    const earliest = BigInt(Math.floor(nowMs / 1000)) << 20n;
    this.last = earliest > this.last ? earliest + 1n : this.last + 1n;
    return this.last.toString();
  }

  nextAudience(): string {
    this.lastAudience += 1n;
    return this.lastAudience.toString();
  }

  /** No id up to this one is given again, also after the clock went back. Ids of other kinds are let pass. */
  skipTo(id: string): void {
    if (/^\d{16}$/.test(id) && BigInt(id) > this.last) this.last = BigInt(id);
    if (/^\d{9}$/.test(id) && BigInt(id) > this.lastAudience) this.lastAudience = BigInt(id);
  }
}
