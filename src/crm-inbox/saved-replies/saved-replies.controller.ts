import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiPage, PageQuery, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { SavedReplyDto, SavedReplyView } from './dto/saved-reply.dto.js';
import { SavedReplies } from './saved-replies.service.js';

@ApiTags('CRM inbox')
@Controller('api/crm/saved-replies')
export class SavedRepliesController {
  constructor(private readonly replies: SavedReplies) {}

  @Get()
  @ApiOperation({ summary: 'List saved replies', description: 'The newest one comes first.' })
  @ApiPage(SavedReplyView)
  listSavedReplies(@Query() query: PageQuery): Promise<Page<SavedReplyView>> {
    return this.replies.list(query);
  }

  @Get(':savedReplyId')
  @ApiOperation({ summary: 'Get a saved reply' })
  @ApiOkResponse({ type: SavedReplyView })
  getSavedReply(@Param('savedReplyId') savedReplyId: string): Promise<SavedReplyView> {
    return this.replies.get(savedReplyId);
  }

  @Post()
  @Idempotent()
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Save a reply' })
  @ApiCreatedResponse({ type: SavedReplyView })
  createSavedReply(@Body() body: SavedReplyDto, @UserId() userId: string): Promise<SavedReplyView> {
    return this.replies.create(body, userId);
  }

  @Put(':savedReplyId')
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Change a saved reply' })
  @ApiOkResponse({ type: SavedReplyView })
  replaceSavedReply(
    @Param('savedReplyId') savedReplyId: string,
    @Body() body: SavedReplyDto,
    @UserId() userId: string,
  ): Promise<SavedReplyView> {
    return this.replies.replace(savedReplyId, body, userId);
  }

  @Delete(':savedReplyId')
  @NeedsRole('editor')
  @ApiOperation({ summary: 'Delete a saved reply' })
  @ApiOkResponse({ type: SavedReplyView })
  deleteSavedReply(@Param('savedReplyId') savedReplyId: string): Promise<SavedReplyView> {
    return this.replies.delete(savedReplyId);
  }
}
