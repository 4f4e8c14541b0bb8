// Longer than a transaction takes from the insert to its commit.
const LOOK_BACK_MS = 60_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The smallest UUIDv7 of a minute before an id. */
export function lookBackFrom(id: string): string {
  const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  const hex = Math.max(time - LOOK_BACK_MS, 0)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${FIRST_ID.slice(13)}`;
}

/**
 * How far a client has read. Ids are created before their transaction commits, so an older one may appear after a newer
 * one. The position looks back a minute, and remembers which ids of that time were sent.
 */
export class StreamPosition {
  private readonly sent: Set<string>;

  /**
   * @param last the last id that the client has seen; undefined if there are none yet
   * @param known ids between `lookBackFrom(last)` and `last` that are visible now
   */
  constructor(
    private last = FIRST_ID,
    known: readonly string[] = [],
  ) {
    this.sent = new Set(known);
  }

  /** Ids above this may be new. */
  get floor(): string {
    return lookBackFrom(this.last);
  }

  /** Ids above the floor that were sent already. */
  get known(): string[] {
    return [...this.sent];
  }

  advance(id: string): void {
    this.sent.add(id);
    if (id <= this.last) return;
    this.last = id;
    const { floor } = this;
    for (const old of this.sent) if (old < floor) this.sent.delete(old);
  }
}
