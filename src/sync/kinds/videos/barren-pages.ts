// TikTok could announce more of them forever.
const MAX_IN_A_ROW = 25;

/** Counts pages in a row that show nothing but what the page before has shown. */
export class BarrenPages {
  private before: ReadonlySet<string> = new Set();
  private inARow = 0;

  /** @returns true to end the list as cut short */
  endAfter(ids: readonly string[]): boolean {
    this.inARow = ids.some((id) => !this.before.has(id)) ? 0 : this.inARow + 1;
    this.before = new Set(ids);
    return this.inARow >= MAX_IN_A_ROW;
  }
}
