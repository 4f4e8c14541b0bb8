import type { EventRow, LeasedRow } from './event-rows.js';

// As many as the statements of the dispatch take at once.
const BATCH = 200;
const PAUSE_MS = 25;

/**
 * Hands stored events to the dispatch. An event after a pause is handed over at once. Those of a burst are collected, since
 * the dispatch of many costs hardly more than of one, and the deliveries that follow need the processor.
 */
export class HandOver {
  private collected: LeasedRow[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly start: (rows: LeasedRow[]) => void) {}

  /** How many events are waiting. */
  get size(): number {
    return this.collected.length;
  }

  add(rows: readonly LeasedRow[]): void {
    if (rows.length === 0) return;
    this.collected.push(...rows);
    if (this.timer === undefined || this.collected.length >= BATCH) this.flush();
  }

  /** Hands over what was collected. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.collected.length === 0) return;
    this.timer = setTimeout(() => this.flush(), PAUSE_MS);
    this.start(this.collected.splice(0));
  }
}

export function isLeased(row: EventRow): row is LeasedRow {
  return row.leaseToken !== null;
}
