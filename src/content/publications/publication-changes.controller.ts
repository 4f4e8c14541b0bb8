import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { EditPublicationDto } from './dto/edit-publication.dto.js';
import { PublicationView } from './dto/publication.view.js';
import { PublishIdDto } from './dto/publish.dto.js';
import { RetryAnswer } from './dto/retry-answer.view.js';
import { PublicationCancel } from './publication-cancel.js';
import { PublicationEdits } from './publication-edits.js';
import { MarkPublishedDto } from './dto/mark-published.dto.js';
import { PublicationViews } from './publication-views.js';
import { ResolveOutcome } from './resolve-outcome.js';
import { Retries } from './retries.js';

@ApiTags('Publishing')
@Controller('api/upstream/call/tiktok-provider')
export class PublicationChangesController {
  constructor(
    private readonly edits: PublicationEdits,
    private readonly cancels: PublicationCancel,
    private readonly retries: Retries,
    private readonly outcomes: ResolveOutcome,
    private readonly views: PublicationViews,
  ) {}

  @Post('edit-publication')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Edit a publication',
    description: 'Changes texts, privacy, options and time until publishing starts.',
  })
  @ApiOkResponse({ type: PublicationView })
  async editPublication(
    @Body() body: EditPublicationDto,
    @UserId() userId: string,
  ): Promise<PublicationView> {
    return await this.views.one(await this.edits.edit(body, userId));
  }

  @Post('cancel-publication')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a publication',
    description:
      'Before publishing starts, the publication is cancelled immediately. Afterwards TikTok may still cancel a post that ' +
      'it has not finished fetching.',
  })
  @ApiOkResponse({ type: PublicationView })
  async cancelPublication(@Body() { publishId }: PublishIdDto): Promise<PublicationView> {
    return await this.views.one(await this.cancels.cancel(publishId));
  }

  @Post('retry-publication')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Retry a failed publication',
    description:
      'Creates a new publication with the same fields. It reuses the files that the service still has. Publish it to ' +
      'complete the retry.',
  })
  @ApiOkResponse({ type: RetryAnswer })
  async retryPublication(
    @Body() { publishId }: PublishIdDto,
    @UserId() userId: string,
  ): Promise<RetryAnswer> {
    return await this.retries.retry(publishId, userId);
  }

  @Post('publish-again')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Publish an unknown publication again',
    description:
      'Call it after a user has checked that the post is not on TikTok. The post is published as a new publication.',
  })
  @ApiOkResponse({ type: RetryAnswer })
  async publishAgain(@Body() { publishId }: PublishIdDto, @UserId() userId: string): Promise<RetryAnswer> {
    return await this.outcomes.publishAgain(publishId, userId);
  }

  @Post('mark-published')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark an unknown publication as published',
    description: 'Call it after a user has seen the post on TikTok.',
  })
  @ApiOkResponse({ type: PublicationView })
  async markPublished(@Body() { publishId, postId }: MarkPublishedDto): Promise<PublicationView> {
    return await this.views.one(await this.outcomes.markPublished(publishId, postId));
  }
}
