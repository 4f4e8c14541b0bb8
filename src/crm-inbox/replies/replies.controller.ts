import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiExamples, ApiPage, PageQuery, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { OutgoingView } from '../outbox/dto/outgoing.view.js';
import { QueuedReplyView } from '../outbox/dto/queued-reply.view.js';
import { ReplyDto } from './dto/reply.dto.js';
import { RepliesService } from './replies.service.js';
import { REPLY } from './dto/reply.examples.js';

@ApiTags('CRM inbox')
@Controller('api/crm/conversations/:conversationId')
export class RepliesController {
  constructor(private readonly replies: RepliesService) {}

  @Post('reply')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Reply to a comment',
    description:
      'The reply is stored, then sent once. If the answer of TikTok is lost, the service looks for the reply and does not send ' +
      'it again. Read its status with GET /api/crm/conversations/{conversationId}/replies/{replyId}.',
  })
  @ApiAcceptedResponse({ type: QueuedReplyView })
  @ApiExamples({ reply: REPLY })
  reply(
    @Param('conversationId') conversationId: string,
    @Body() body: ReplyDto,
    @UserId() userId: string,
  ): Promise<QueuedReplyView> {
    return this.replies.reply(conversationId, body, userId);
  }

  @Get('replies')
  @ApiOperation({
    summary: 'List the replies that users have written',
    description:
      'With their delivery status, the newest one first. Confirmed ones are also messages of the conversation.',
  })
  @ApiPage(OutgoingView)
  listReplies(
    @Param('conversationId') conversationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<OutgoingView>> {
    return this.replies.list(conversationId, query);
  }

  @Get('replies/:replyId')
  @ApiOperation({ summary: 'Get a reply with its delivery status' })
  @ApiOkResponse({ type: OutgoingView })
  getReply(
    @Param('conversationId') conversationId: string,
    @Param('replyId') replyId: string,
  ): Promise<OutgoingView> {
    return this.replies.get(conversationId, replyId);
  }

  @Post('replies/:replyId/check')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Look again for a reply whose outcome is unknown',
    description: 'Changes nothing for a reply with another status.',
  })
  @ApiOkResponse({ type: OutgoingView })
  checkReply(
    @Param('conversationId') conversationId: string,
    @Param('replyId') replyId: string,
  ): Promise<OutgoingView> {
    return this.replies.check(conversationId, replyId);
  }

  @Post('replies/:replyId/retry')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Send a reply again',
    description:
      'Of a reply that failed, or whose outcome stayed unknown. In the second case, look at TikTok first. It becomes a new reply; ' +
      'called again, it returns the same one.',
  })
  @ApiAcceptedResponse({ type: QueuedReplyView })
  retryReply(
    @Param('conversationId') conversationId: string,
    @Param('replyId') replyId: string,
    @UserId() userId: string,
  ): Promise<QueuedReplyView> {
    return this.replies.retry(conversationId, replyId, userId);
  }
}
