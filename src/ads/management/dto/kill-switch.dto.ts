import { ArrayMaxSize, ArrayMinSize, IsArray, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { IsText, IsTikTokId } from '../../spec/field-kinds.js';

export class KillSwitchDto {
  /**
   * Why you stop everything. It stays in the list of changes.
   * @example "the shop is down"
   */
  @IsText()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;

  /**
   * Only these ad accounts. Absent: all of the organisation.
   * @example ["7400000000000000001"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsTikTokId({ each: true })
  accountIds?: string[];
}
