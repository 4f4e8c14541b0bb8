import { Clock } from '../../src/common/index.js';

/** A clock that runs a number of seconds ahead of, or behind, the system's. */
export class MovableClock extends Clock {
  offsetSeconds = 0;

  override now(): Date {
    return new Date(Date.now() + this.offsetSeconds * 1000);
  }
}
