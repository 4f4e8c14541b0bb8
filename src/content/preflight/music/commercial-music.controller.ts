import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OnlyReads } from '../../../auth/index.js';
import { CommercialMusicService } from './commercial-music.service.js';
import { CommercialMusicAnswer, ListCommercialMusicDto } from './dto/list-commercial-music.dto.js';

@ApiTags('Publishing')
@Controller('api/upstream/call/tiktok-provider')
export class CommercialMusicController {
  constructor(private readonly music: CommercialMusicService) {}

  @Post('list-commercial-music')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'List trending tracks of the Commercial Music Library',
    description: 'Only for accounts that publish through the Business API.',
  })
  @ApiOkResponse({ type: CommercialMusicAnswer })
  listCommercialMusic(@Body() body: ListCommercialMusicDto): Promise<CommercialMusicAnswer> {
    return this.music.list(body);
  }
}
