import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiExamples, ApiPage, type Page } from '../../common/index.js';
import { HistoryQuery } from './dto/history.query.js';
import { HistoryView } from './dto/history.view.js';
import { ProfileHistoryQuery } from './dto/profile-history.query.js';
import { ProfileHistoryView } from './dto/profile-history.view.js';
import { SocialVideoView } from './dto/social-video.view.js';
import { SummaryQuery } from './dto/summary.query.js';
import { SummaryView } from './dto/summary.view.js';
import { VideoDetailsView } from './dto/video-details.view.js';
import { VideosQuery } from './dto/videos.query.js';
import { VideoHistory } from './history/video-history.js';
import { ProfileHistory } from './profile/profile-history.js';
import { SummaryService } from './summary/summary.service.js';
import { VideoDetails } from './videos/video-details.js';
import { VideoList } from './videos/video-list.js';
import { VIDEOS } from './dto/videos.examples.js';

@ApiTags('Sync')
@Controller('api/social-activity')
export class FiguresController {
  constructor(
    private readonly videos: VideoList,
    private readonly details: VideoDetails,
    private readonly histories: VideoHistory,
    private readonly summaries: SummaryService,
    private readonly profiles: ProfileHistory,
  ) {}

  @Get('videos')
  @ApiOperation({
    summary: 'List videos with their latest counters',
    description: 'The newest video comes first, unless `sort` says otherwise.',
  })
  @ApiPage(SocialVideoView)
  @ApiExamples({ videos: VIDEOS })
  listVideos(@Query() query: VideosQuery): Promise<Page<SocialVideoView>> {
    return this.videos.page(query);
  }

  @Get('videos/:videoId')
  @ApiOperation({
    summary: 'Read everything that is stored about a video',
    description: 'Each part says where it comes from and when it was read.',
  })
  @ApiOkResponse({ type: VideoDetailsView })
  getVideo(@Param('videoId') videoId: string): Promise<VideoDetailsView> {
    return this.details.of(videoId);
  }

  @Get('videos/:videoId/history')
  @ApiOperation({
    summary: 'Read how the figures of a video developed',
    description:
      'A step has its last reading, or null if the video was not read in it. A step that is finer than the readings is refused.',
  })
  @ApiOkResponse({ type: HistoryView })
  getVideoHistory(@Param('videoId') videoId: string, @Query() query: HistoryQuery): Promise<HistoryView> {
    return this.histories.of(videoId, query);
  }

  @Get('summary')
  @ApiOperation({
    summary: 'Read totals and gains of all accounts, the best videos, and how fresh the figures are',
    description:
      'A total carries the last reading of each video forward. An account that was not read in a step has null there, not zero.',
  })
  @ApiOkResponse({ type: SummaryView })
  getFiguresSummary(@Query() query: SummaryQuery): Promise<SummaryView> {
    return this.summaries.of(query);
  }

  @Get('profile/history')
  @ApiOperation({
    summary: 'Read the followers, likes and videos of an account by day',
    description: 'Days are those of UTC. A day without a reading is null.',
  })
  @ApiOkResponse({ type: ProfileHistoryView })
  getProfileHistory(@Query() query: ProfileHistoryQuery): Promise<ProfileHistoryView> {
    return this.profiles.of(query);
  }
}
