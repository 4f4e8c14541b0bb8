import { IsMoment } from '../../../common/index.js';

/** `?from=&to=` of a history. */
export class RangeQuery {
  /**
   * The first day, or a time with its zone. Days are those of UTC.
   * @example 2026-11-01
   */
  @IsMoment()
  from?: string;

  /**
   * The last day, which is included, or a time, which is not. By default, now.
   * @example 2026-11-27
   */
  @IsMoment()
  to?: string;
}
