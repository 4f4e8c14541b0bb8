/**
 * Makes the 16-digit ids of ads objects: the second of creation above 20 other bits, so that a later object
 * has the larger id.
 */
export class IdSource {
  private last = 0n;

  next(nowMs: number): string {
    const earliest = BigInt(Math.floor(nowMs / 1000)) << 20n;
    this.last = earliest > this.last ? earliest + 1n : this.last + 1n;
    return this.last.toString();
  }

  /** No id up to this one is given again, also after the clock went back. */
  skipTo(id: string): void {
    if (/^\d+$/.test(id) && BigInt(id) > this.last) this.last = BigInt(id);
  }
}
