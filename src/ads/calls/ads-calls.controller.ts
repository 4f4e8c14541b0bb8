import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OnlyReads } from '../../auth/index.js';
import { AdsCalls } from './ads-calls.service.js';
import { AdsCallDto } from './dto/ads-call.dto.js';
import { AdsCallAnswer } from './dto/ads-call.view.js';

@ApiTags('Ads')
@Controller('api/ads')
export class AdsCallsController {
  constructor(private readonly calls: AdsCalls) {}

  @Post('call')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Read from TikTok directly',
    description:
      'Passes a read through to TikTok, for endpoints that this API has no call of its own for. A path that is not allowed ' +
      'is answered with the list of those that are.',
  })
  @ApiOkResponse({ type: AdsCallAnswer })
  callTikTokAds(@Body() call: AdsCallDto): Promise<AdsCallAnswer> {
    return this.calls.call(call);
  }
}
