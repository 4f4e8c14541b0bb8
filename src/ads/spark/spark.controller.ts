import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { ApiPage, type Page } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { AuthorizePostDto, OwnPostsQuery, SparkPostsQuery } from './dto/spark-post.dto.js';
import { OwnPostsAnswer, SparkPostView } from './dto/spark-post.view.js';
import { OwnPosts } from './own-posts.js';
import { SparkService } from './spark.service.js';

@ApiTags('Ads')
@Controller('api/ads/spark-posts')
export class SparkController {
  constructor(
    private readonly spark: SparkService,
    private readonly ownPosts: OwnPosts,
  ) {}

  @Post()
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: "Authorise a creator's post by its code",
    description: 'The same code again answers the same post.',
  })
  @ApiOkResponse({ type: SparkPostView })
  authorizePost(@Body() body: AuthorizePostDto, @UserId() userId: string): Promise<SparkPostView> {
    return this.spark.authorize(body, userId);
  }

  @Get()
  @ApiOperation({
    summary: "List creators' posts that an ad account may promote",
    description:
      'The newest authorisation comes first. If TikTok does not answer, `asOf` shows how old the list is.',
  })
  @ApiPage(SparkPostView)
  listSparkPosts(@Query() query: SparkPostsQuery): Promise<Page<SparkPostView>> {
    return this.spark.page(query);
  }

  @Get('own')
  @ApiOperation({
    summary: 'List posts of connected accounts',
    description: 'Ads may promote them without a code. The newest 20 of each account are listed.',
  })
  @ApiOkResponse({ type: OwnPostsAnswer })
  listOwnPosts(@Query() query: OwnPostsQuery): Promise<OwnPostsAnswer> {
    return this.ownPosts.list(query);
  }

  @Delete(':sparkPostId')
  @NeedsRole('editor')
  @ApiOperation({
    summary: 'Give up the authorisation of a post',
    description: 'Ads with the post stop.',
  })
  @ApiOkResponse({ type: SparkPostView })
  unbindPost(@Param('sparkPostId') sparkPostId: string): Promise<SparkPostView> {
    return this.spark.unbind(sparkPostId);
  }
}
