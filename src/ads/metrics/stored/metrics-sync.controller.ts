import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MaxPerMinute, NeedsRole } from '../../../auth/index.js';
import { Idempotent } from '../../../idempotency/index.js';
import { MetricsSyncDto } from '../dto/metrics-sync.dto.js';
import { MetricsSyncAnswer } from '../dto/metrics-sync.view.js';
import { MetricsSync } from './metrics-sync.js';

@ApiTags('Ads')
@Controller('api/ads/metrics')
export class MetricsSyncController {
  constructor(private readonly sync: MetricsSync) {}

  @Post('sync')
  @Idempotent()
  @NeedsRole('editor')
  @MaxPerMinute(20)
  @HttpCode(200)
  @ApiOperation({
    summary: 'Store daily figures of ads',
    description:
      'Reads the figures of each object and day from TikTok, and stores them. `GET /api/ads/metrics?source=stored` returns ' +
      'them. A later run replaces what TikTok has changed.',
  })
  @ApiOkResponse({ type: MetricsSyncAnswer })
  syncAdMetrics(@Body() wanted: MetricsSyncDto): Promise<MetricsSyncAnswer> {
    return this.sync.run(wanted);
  }
}
