import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsFlag } from '../../../common/index.js';
import { RangeQuery } from './range.query.js';

export const SUMMARY_STEPS = ['day', 'week'] as const;

/** A question about all videos. Without `from`, it covers 28 days. */
export class SummaryQuery extends RangeQuery {
  /**
   * The length of a step. Weeks start on Monday.
   * @default day
   */
  @IsOptional()
  @IsIn(SUMMARY_STEPS)
  step?: (typeof SUMMARY_STEPS)[number];

  /**
   * Only this account.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /**
   * If false, `accounts` is empty. Use it with very many accounts.
   * @default true
   */
  @IsFlag()
  perAccount?: boolean;
}
