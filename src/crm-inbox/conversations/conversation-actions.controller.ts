import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Unaudited } from '../../audit/index.js';
import { NeedsRole, UserId } from '../../auth/index.js';
import { Idempotent } from '../../idempotency/index.js';
import type { ConversationStatus } from '../conversation.entity.js';
import { ConversationActions } from './conversation-actions.js';
import { ConversationReader } from './conversation-reader.js';
import { AssignConversationDto } from './dto/conversation-actions.dto.js';
import { CrmConversationView } from './dto/conversation.view.js';

@ApiTags('CRM inbox')
@Controller('api/crm/conversations/:conversationId')
export class ConversationActionsController {
  constructor(
    private readonly actions: ConversationActions,
    private readonly conversations: ConversationReader,
  ) {}

  @Post('assign')
  @Idempotent()
  @HttpCode(200)
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Assign a conversation to a user', description: 'Null removes the user.' })
  @ApiOkResponse({ type: CrmConversationView })
  async assignConversation(
    @Param('conversationId') id: string,
    @Body() { assignee }: AssignConversationDto,
    @UserId() userId: string,
  ): Promise<CrmConversationView> {
    await this.actions.assign(id, assignee, userId);
    return await this.conversations.get(id);
  }

  @Post('close')
  @Idempotent()
  @HttpCode(200)
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Close a conversation', description: 'A new message of a person reopens it.' })
  @ApiOkResponse({ type: CrmConversationView })
  closeConversation(
    @Param('conversationId') id: string,
    @UserId() userId: string,
  ): Promise<CrmConversationView> {
    return this.setStatus(id, 'closed', userId);
  }

  @Post('reopen')
  @Idempotent()
  @HttpCode(200)
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Reopen a conversation' })
  @ApiOkResponse({ type: CrmConversationView })
  reopenConversation(
    @Param('conversationId') id: string,
    @UserId() userId: string,
  ): Promise<CrmConversationView> {
    return this.setStatus(id, 'open', userId);
  }

  @Post('pending')
  @Idempotent()
  @HttpCode(200)
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Mark a conversation as pending',
    description: 'For a conversation that waits for something, e.g. for an answer of a colleague.',
  })
  @ApiOkResponse({ type: CrmConversationView })
  markConversationPending(
    @Param('conversationId') id: string,
    @UserId() userId: string,
  ): Promise<CrmConversationView> {
    return this.setStatus(id, 'pending', userId);
  }

  @Post('read')
  @HttpCode(200)
  @Unaudited()
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Mark a conversation as read',
    description:
      'Its messages are then read for every user of the organisation. TikTok does not learn of it.',
  })
  @ApiOkResponse({ type: CrmConversationView })
  async markConversationRead(@Param('conversationId') id: string): Promise<CrmConversationView> {
    await this.actions.markRead(id);
    return await this.conversations.get(id);
  }

  private async setStatus(
    id: string,
    status: ConversationStatus,
    userId: string,
  ): Promise<CrmConversationView> {
    await this.actions.setStatus(id, status, userId);
    return await this.conversations.get(id);
  }
}
