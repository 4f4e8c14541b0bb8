import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../../common/index.js';

export class AudienceQuery extends PageQuery {
  /** Audiences of this ad account only. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  accountId?: string;
}
