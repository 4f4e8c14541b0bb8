import { OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsFlag, NoZeroByte, PageQuery } from '../../../common/index.js';
import { CONVERSATION_STATUSES, type ConversationStatus } from '../../conversation.entity.js';
import { CONVERSATION_KINDS, type ConversationKind } from '../../facts/message-fact.js';

/** Filters of the inbox. A conversation must match all of them. */
export class ConversationsQuery extends PageQuery {
  /** Only conversations with this status. */
  @IsOptional()
  @IsIn(CONVERSATION_STATUSES)
  status?: ConversationStatus;

  /** If true, only conversations with unread messages; if false, only the others. */
  @IsFlag()
  unread?: boolean;

  /** Only conversations of this user. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoZeroByte()
  assignee?: string;

  /** If false, only conversations that are assigned to no user; if true, only the others. */
  @IsFlag()
  assigned?: boolean;

  /**
   * Only conversations of this account.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  integrationId?: string;

  /** Only conversations under this post. */
  @IsOptional()
  @Matches(/^\d{1,25}$/, { message: 'must be the id of a TikTok video' })
  videoId?: string;

  /** Only comments, comments on ads, or direct messages. */
  @IsOptional()
  @IsIn(CONVERSATION_KINDS)
  kind?: ConversationKind;

  /**
   * Only conversations that this contact started.
   * @format uuid
   */
  @IsOptional()
  @IsUUID()
  contactId?: string;

  /**
   * A part of a message, or of the name of who wrote it. Upper and lower case are the same. The other filters make the search
   * faster.
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @NoZeroByte()
  q?: string;
}

/** Filters of the counts. The counts know no text, and count what is unread. */
export class UnreadCountsQuery extends OmitType(ConversationsQuery, ['q', 'unread', 'limit', 'cursor']) {}
