import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OnlyReads } from '../../../auth/index.js';
import { CommercialMusic } from './commercial-music.js';
import { CommercialMusicAnswer, ListCommercialMusicDto } from './dto/list-commercial-music.dto.js';

@ApiTags('Publishing')
@Controller('api/upstream/call/tiktok-provider')
export class CommercialMusicController {
  constructor(private readonly music: CommercialMusic) {}

  @Post('list-commercial-music')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Tracks of the Commercial Music Library that trend, for accounts at the Business API',
  })
  @ApiOkResponse({ type: CommercialMusicAnswer })
  listCommercialMusic(@Body() body: ListCommercialMusicDto): Promise<CommercialMusicAnswer> {
    return this.music.list(body);
  }
}
