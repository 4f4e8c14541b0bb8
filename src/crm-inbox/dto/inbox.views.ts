import { ApiProperty } from '@nestjs/swagger';
import type { Conversation } from '../conversation.entity.js';
import { VISIBILITIES, type Message, type Visibility } from '../message.entity.js';

export class ConversationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ enum: ['comment'], description: 'What the conversation consists of.' })
  kind: 'comment';

  @ApiProperty({ example: '7602997517160123666' })
  videoId: string;

  @ApiProperty({ description: 'the comment that the thread hangs on' })
  rootCommentId: string;

  @ApiProperty({ format: 'date-time' })
  lastMessageAt: string;
}

export class MessageView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: '7602997517160123666' })
  commentId: string;

  @ApiProperty({ type: String, nullable: true, description: "TikTok's stable id of the author" })
  authorId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null when TikTok did not send it along' })
  text: string | null;

  @ApiProperty({
    enum: VISIBILITIES,
    description:
      'Who sees the comment on TikTok. `deleted`: its text is gone here, too. `unknown`: TikTok has told of it only in a way that is new to this service.',
  })
  visibility: Visibility;

  @ApiProperty({ format: 'date-time' })
  sentAt: string;
}

export function toConversationView(row: Conversation): ConversationView {
  const { id, integrationId, kind, videoId, rootCommentId, lastMessageAt } = row;
  return { id, integrationId, kind, videoId, rootCommentId, lastMessageAt: lastMessageAt.toISOString() };
}

export function toMessageView({ id, commentId, authorId, text, visibility, sentAt }: Message): MessageView {
  return {
    id,
    commentId,
    authorId,
    text: visibility === 'deleted' ? null : text,
    visibility,
    sentAt: sentAt.toISOString(),
  };
}
