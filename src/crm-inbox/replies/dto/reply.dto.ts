import { IsOptional, IsString, IsUUID } from 'class-validator';
import { NoZeroByte } from '../../../common/index.js';
import { OutgoingView } from '../../outbox/dto/outgoing.view.js';

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

export const REPLY_WARNINGS = ['similar_replies'] as const;
export type ReplyWarning = (typeof REPLY_WARNINGS)[number];

export class QueuedReplyView extends OutgoingView {
  /**
   * What the user should know. `similar_replies`: the account has sent this text several times within the last hour, and TikTok
   * may show further ones only to their author.
   */
  warnings: ReplyWarning[];
}
