import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page } from '../../common/index.js';
import { FindingsQuery, HealthQuery } from './dto/health.query.js';
import { AccountHealthView, HealthFindingView } from './dto/health.view.js';
import { HealthLists } from './health-lists.js';

@ApiTags('Ads')
@Controller('api/ads/health')
export class HealthController {
  constructor(private readonly health: HealthLists) {}

  @Get()
  @ApiOperation({
    summary: 'List the health of ad accounts',
    description: 'The service checks each account regularly. The settings say how often.',
  })
  @ApiPage(AccountHealthView)
  listAccountHealth(@Query() query: HealthQuery): Promise<Page<AccountHealthView>> {
    return this.health.accounts(query);
  }

  @Get('findings')
  @ApiOperation({
    summary: 'List what is wrong with ads and ad accounts',
    description: 'The newest finding comes first. A notification reports each of them once.',
  })
  @ApiPage(HealthFindingView)
  listHealthFindings(@Query() query: FindingsQuery): Promise<Page<HealthFindingView>> {
    return this.health.findings(query);
  }
}
