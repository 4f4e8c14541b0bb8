import { IsOptional, IsString, IsUUID } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';

export class ReplyDto {
  /**
   * What to post. `CRM_REPLY_MAX_LENGTH` limits its length.
   * @example "It's ten euros. The link is in our bio."
   */
  @IsString()
  @NoZeroByte()
  text: string;

  /**
   * The message to answer. By default, the newest one that is not your own.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  messageId?: string;
}
