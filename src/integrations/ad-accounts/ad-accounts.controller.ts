import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, PageQuery, type Page } from '../../common/index.js';
import { AdAccountsService } from './ad-accounts.service.js';
import { AdAccountView } from './dto/ad-account.view.js';

@ApiTags('Integrations')
@Controller('api/ad-accounts')
export class AdAccountsController {
  constructor(private readonly adAccounts: AdAccountsService) {}

  @Get()
  @ApiOperation({ summary: 'List ad accounts', description: 'The service refreshes them daily.' })
  @ApiPage(AdAccountView)
  listAdAccounts(@Query() query: PageQuery): Promise<Page<AdAccountView>> {
    return this.adAccounts.list(query);
  }
}
