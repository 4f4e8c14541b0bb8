import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { MessageView } from '../dto/inbox.view.js';
import { MessageActions } from './message-actions.service.js';

@ApiTags('CRM inbox')
@Controller('api/crm/conversations/:conversationId/messages/:messageId')
export class MessageActionsController {
  constructor(private readonly actions: MessageActions) {}

  @Post('hide')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hide a comment',
    description: 'Its author still sees it. Its replies are hidden with it.',
  })
  @ApiOkResponse({ type: MessageView })
  hideMessage(
    @Param('conversationId') conversationId: string,
    @Param('messageId') messageId: string,
    @UserId() userId: string,
  ): Promise<MessageView> {
    return this.actions.act(conversationId, messageId, 'hide', userId);
  }

  @Post('unhide')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show a hidden comment again' })
  @ApiOkResponse({ type: MessageView })
  unhideMessage(
    @Param('conversationId') conversationId: string,
    @Param('messageId') messageId: string,
    @UserId() userId: string,
  ): Promise<MessageView> {
    return this.actions.act(conversationId, messageId, 'unhide', userId);
  }

  @Post('like')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Like a comment' })
  @ApiOkResponse({ type: MessageView })
  likeMessage(
    @Param('conversationId') conversationId: string,
    @Param('messageId') messageId: string,
    @UserId() userId: string,
  ): Promise<MessageView> {
    return this.actions.act(conversationId, messageId, 'like', userId);
  }

  @Post('unlike')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take back the like of a comment' })
  @ApiOkResponse({ type: MessageView })
  unlikeMessage(
    @Param('conversationId') conversationId: string,
    @Param('messageId') messageId: string,
    @UserId() userId: string,
  ): Promise<MessageView> {
    return this.actions.act(conversationId, messageId, 'unlike', userId);
  }

  @Post('delete')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Delete a comment of your own',
    description: 'On TikTok, with its replies. Comments of others can only be hidden.',
  })
  @ApiOkResponse({ type: MessageView })
  deleteMessage(
    @Param('conversationId') conversationId: string,
    @Param('messageId') messageId: string,
    @UserId() userId: string,
  ): Promise<MessageView> {
    return this.actions.act(conversationId, messageId, 'delete', userId);
  }
}
