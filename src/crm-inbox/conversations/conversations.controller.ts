import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UserId } from '../../auth/index.js';
import { ApiExamples, ApiPage, PageQuery, type Page } from '../../common/index.js';
import { ConversationReader } from './conversation-reader.js';
import { ConversationDetailsView } from './dto/conversation-details.view.js';
import { ConversationPage } from './dto/conversation-page.view.js';
import { ConversationsQuery, UnreadCountsQuery } from './dto/conversations.query.js';
import { CrmMessageView } from './dto/message.view.js';
import { CONVERSATIONS, UNREAD_COUNTS } from './dto/conversations.examples.js';
import { UnreadCountsView } from './dto/unread-counts.view.js';
import { UnreadCounter } from './unread-counter.js';

@ApiTags('CRM inbox')
@Controller('api/crm/conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationReader,
    private readonly counter: UnreadCounter,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List the conversations of the inbox',
    description:
      'Comments under posts, comments under ads, and direct messages are one list. The most recently active conversation comes first. ' +
      'A search with `q` answers within about a second, with what it has found by then: see `searchedBackTo`.',
  })
  @ApiOkResponse({ type: ConversationPage })
  @ApiExamples({ unreadComment: CONVERSATIONS })
  listCrmConversations(@Query() query: ConversationsQuery): Promise<ConversationPage> {
    return this.conversations.list(query);
  }

  @Get('unread-counts')
  @ApiOperation({
    summary: 'Count unread conversations for each filter',
    description:
      'Each value of a filter has the number of conversations with unread messages that the list would show with it, and with the ' +
      'other filters of the call. Up to 10,000 unread conversations are counted exactly.',
  })
  @ApiOkResponse({ type: UnreadCountsView })
  @ApiExamples({ counts: UNREAD_COUNTS })
  countUnreadConversations(
    @Query() query: UnreadCountsQuery,
    @UserId() userId: string,
  ): Promise<UnreadCountsView> {
    return this.counter.count(query, userId);
  }

  @Get(':conversationId')
  @ApiOperation({
    summary: 'Open a conversation',
    description:
      'Returns the conversation, its newest messages, and its timeline. It does not mark them as read.',
  })
  @ApiOkResponse({ type: ConversationDetailsView })
  openCrmConversation(@Param('conversationId') conversationId: string): Promise<ConversationDetailsView> {
    return this.conversations.open(conversationId);
  }

  @Get(':conversationId/messages')
  @ApiOperation({
    summary: 'List the messages of a conversation of the inbox',
    description: 'The newest message comes first.',
  })
  @ApiPage(CrmMessageView)
  listCrmMessages(
    @Param('conversationId') conversationId: string,
    @Query() query: PageQuery,
  ): Promise<Page<CrmMessageView>> {
    return this.conversations.messages(conversationId, query);
  }
}
