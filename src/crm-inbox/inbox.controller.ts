import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, PageQuery, type Page } from '../common/index.js';
import { ConversationView, MessageView } from './dto/inbox.view.js';
import { InboxService } from './inbox.service.js';

@ApiTags('CRM inbox')
@Controller('api/crm-inbox/conversations')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOperation({
    summary: 'List conversations',
    description:
      'A conversation is a comment thread under a video. The most recently active one comes first.',
  })
  @ApiPage(ConversationView)
  listConversations(@Query() query: PageQuery): Promise<Page<ConversationView>> {
    return this.inbox.conversations(query);
  }

  @Get(':conversationId/messages')
  @ApiOperation({
    summary: 'List the messages of a conversation',
    description: 'The oldest message comes first.',
  })
  @ApiPage(MessageView)
  listMessages(
    @Param('conversationId') conversationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<MessageView>> {
    return this.inbox.messages(conversationId, query);
  }
}
