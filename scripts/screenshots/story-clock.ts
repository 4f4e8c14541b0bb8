import { Clock } from '../../src/common/index.js';

const DAY_MS = 86_400_000;

/** Runs some days ahead of the system, so that sample data have a history. */
export class StoryClock extends Clock {
  private aheadMs = 0;

  override now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  passDay(): void {
    this.aheadMs += DAY_MS;
  }
}
