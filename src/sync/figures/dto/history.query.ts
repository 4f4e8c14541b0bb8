import { IsIn, IsOptional } from 'class-validator';
import { STEPS, type Step } from '../range/step.js';
import { SOURCES, type Source } from '../../activity/source.js';
import { RangeQuery } from './range.query.js';

/** A question about one video. Without `from`, it covers 90 days. */
export class HistoryQuery extends RangeQuery {
  /** The length of a step. By default, the finest one that the readings allow at the end of the range. Weeks start on Monday. */
  @IsOptional()
  @IsIn(STEPS)
  step?: Step;

  /**
   * Which readings to show.
   * @default display_api
   */
  @IsOptional()
  @IsIn(SOURCES)
  source?: Source;
}
