import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Unaudited } from '../../audit/index.js';
import { NeedsRole, UserId } from '../../auth/index.js';
import { HttpOptions } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { QueuedReplyView } from '../outbox/dto/queued-reply.view.js';
import { DirectMessages } from './direct-messages.service.js';
import { DirectView } from '../direct/dto/direct.view.js';
import { MessageImageView } from './dto/message-image.view.js';
import { NewMessageDto } from './dto/new-message.dto.js';

@ApiTags('CRM inbox')
@Controller('api/crm/conversations/:conversationId')
export class DirectMessagesController {
  constructor(private readonly direct: DirectMessages) {}

  @Post('messages')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Send a direct message',
    description:
      'Takes a text, an image, a shared post or a card. The message is stored, then sent once. If the answer of TikTok is lost, the ' +
      'service looks for the message and does not send it again. A closed messaging window is 409 `messaging_window_closed`. Read ' +
      'the status with GET /api/crm/conversations/{conversationId}/replies/{replyId}.',
  })
  @ApiAcceptedResponse({ type: QueuedReplyView })
  sendMessage(
    @Param('conversationId') conversationId: string,
    @Body() body: NewMessageDto,
    @UserId() userId: string,
  ): Promise<QueuedReplyView> {
    return this.direct.send(conversationId, body, userId);
  }

  @Get('direct')
  @ApiOperation({
    summary: 'Get the messaging window, reactions and read mark',
    description:
      'Of a conversation of direct messages: whether you may write now, until when, and how many messages.',
  })
  @ApiOkResponse({ type: DirectView })
  getDirect(@Param('conversationId') conversationId: string): Promise<DirectView> {
    return this.direct.view(conversationId);
  }

  @Post('images')
  @HttpOptions({ body: 'stream' })
  @NeedsRole('editor')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Upload an image to send',
    description:
      'Send the bytes of a JPG or PNG of at most 3 MB as the body. TikTok keeps an image for 30 days; the same bytes are uploaded once.',
  })
  @ApiConsumes('image/png', 'image/jpeg')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: MessageImageView })
  uploadImage(
    @Param('conversationId') conversationId: string,
    @Req() request: FastifyRequest,
  ): Promise<MessageImageView> {
    // Stays open, because an error response is still sent on this connection.
    const body = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    return this.direct.uploadImage(conversationId, body);
  }

  @Post('typing')
  @Unaudited()
  @NeedsRole('editor')
  @HttpCode(204)
  @ApiOperation({ summary: 'Show the person that you are typing', description: 'TikTok shows it for 5 s.' })
  @ApiNoContentResponse({ description: 'TikTok shows it to the person. No body.' })
  async showTyping(@Param('conversationId') conversationId: string): Promise<void> {
    await this.direct.act(conversationId, 'TYPING');
  }

  @Post('seen')
  @Unaudited()
  @NeedsRole('editor')
  @HttpCode(204)
  @ApiOperation({ summary: 'Show the person that you have read the messages' })
  @ApiNoContentResponse({ description: 'TikTok shows it to the person. No body.' })
  async showSeen(@Param('conversationId') conversationId: string): Promise<void> {
    await this.direct.act(conversationId, 'MARK_READ');
  }
}
