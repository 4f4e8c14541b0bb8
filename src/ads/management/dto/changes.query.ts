import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../../common/index.js';
import { IsTikTokId } from '../../spec/field-kinds.js';

/** Filters of the list of changes. A change must match all of them. */
export class ChangesQuery extends PageQuery {
  /**
   * Only changes in this ad account.
   * @example "7400000000000000001"
   */
  @IsOptional()
  @IsTikTokId()
  accountId?: string;

  /** Only changes of this campaign, ad group or ad. */
  @IsOptional()
  @IsTikTokId()
  objectId?: string;

  /**
   * Only changes of this launch.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  launchId?: string;
}
