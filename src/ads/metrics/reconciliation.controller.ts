import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReconciliationQuery } from './dto/reconciliation.query.js';
import { ReconciliationView } from './dto/reconciliation.view.js';
import { ReconciliationService } from './reconciliation.service.js';

@ApiTags('Ads')
@Controller('api/ads/metrics')
export class ReconciliationController {
  constructor(private readonly reconciliation: ReconciliationService) {}

  @Get('reconciliation')
  @ApiOperation({
    summary: 'Compare stored figures across levels',
    description:
      'Compares the sums of campaigns, ad groups and ads with the totals of the account, by day, and names what may explain a ' +
      'difference. TikTok is not called.',
  })
  @ApiOkResponse({ type: ReconciliationView })
  compareAdMetrics(@Query() query: ReconciliationQuery): Promise<ReconciliationView> {
    return this.reconciliation.compare(query);
  }
}
