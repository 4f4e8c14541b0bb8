// Longer than a transaction takes from telling to its commit.
const LOOK_BACK_MS = 60_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The smallest UUIDv7 of the time that lies so long before an id's. */
export function lookBackFrom(id: string): string {
  const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  const hex = Math.max(time - LOOK_BACK_MS, 0)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${NOBODY.slice(13)}`;
}

/**
 * How far a reader has been told. Ids are made before their transaction commits, so one may appear after a younger
 * one: the position looks back a while and remembers what of that time was told already.
 */
export class StreamPosition {
  private readonly told: Set<string>;

  /**
   * @param last the reader knows what was told up to here; undefined: nothing has ever been told
   * @param known ids between `lookBackFrom(last)` and `last` that are visible now
   */
  constructor(
    private last = NOBODY,
    known: readonly string[] = [],
  ) {
    this.told = new Set(known);
  }

  /** Ids above this may be new … */
  get floor(): string {
    return lookBackFrom(this.last);
  }

  /** … unless they are among these. */
  get known(): string[] {
    return [...this.told];
  }

  advance(id: string): void {
    this.told.add(id);
    if (id <= this.last) return;
    this.last = id;
    const { floor } = this;
    for (const old of this.told) if (old < floor) this.told.delete(old);
  }
}
