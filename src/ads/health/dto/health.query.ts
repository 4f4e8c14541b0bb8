import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import { IsTikTokId } from '../../spec/field-kinds.js';
import { HEALTH_TOPICS, type HealthTopic } from '../finding.js';

export class HealthQuery extends PageQuery {
  /**
   * Only this ad account.
   * @example "7400000000000000001"
   */
  @IsOptional()
  @IsTikTokId()
  accountId?: string;
}

export class FindingsQuery extends HealthQuery {
  /** Only findings of this kind. */
  @IsOptional()
  @IsIn(HEALTH_TOPICS)
  topic?: HealthTopic;
}
