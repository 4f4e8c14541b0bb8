import { IsUUID } from 'class-validator';
import { RangeQuery } from './range.query.js';

/** A question about one account. Without `from`, it covers 30 days. */
export class ProfileHistoryQuery extends RangeQuery {
  /**
   * The account.
   * @format uuid
   */
  @IsUUID()
  integrationId: string;
}
