import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, PageQuery, type Page } from '../../common/index.js';
import { AccountsService } from './accounts.service.js';
import { AdsAccountDetailsView, AdsAccountView } from './dto/ads-account.view.js';

@ApiTags('Ads')
@Controller('api/ads/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @ApiOperation({
    summary: 'List ad accounts for ads',
    description:
      'From the service’s copy. An account that cannot be used is listed with the reason and the fix.',
  })
  @ApiPage(AdsAccountView)
  listAdsAccounts(@Query() query: PageQuery): Promise<Page<AdsAccountView>> {
    return this.accounts.list(query);
  }

  @Get(':accountId')
  @ApiOperation({
    summary: 'Get an ad account with its balance and what it may do',
    description: 'Asks TikTok. What TikTok refuses is a part of the answer, with the reason and the fix.',
  })
  @ApiOkResponse({ type: AdsAccountDetailsView })
  getAdsAccount(@Param('accountId') accountId: string): Promise<AdsAccountDetailsView> {
    return this.accounts.details(accountId);
  }
}
