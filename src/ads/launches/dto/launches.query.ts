import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import { IsTikTokId } from '../../spec/field-kinds.js';
import { LAUNCH_STATUSES, type LaunchStatus } from '../launch-states.js';

export class LaunchesQuery extends PageQuery {
  /** Only launches in this ad account. */
  @IsOptional()
  @IsTikTokId()
  accountId?: string;

  /** Only launches with this status. */
  @IsOptional()
  @IsIn(LAUNCH_STATUSES)
  status?: LaunchStatus;
}
