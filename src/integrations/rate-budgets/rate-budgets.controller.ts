import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerRole, includesRole, NeedsRole, type Role } from '../../auth/index.js';
import { ApiExamples } from '../../common/index.js';
import { RateBudgets } from '../../tiktok/index.js';
import { OrganisationConsumers } from './organisation-consumers.js';
import {
  AccountRateBudgetsView,
  AppRateBudgetsView,
  toAppRateBudgetView,
  toRateBudgetView,
} from './dto/rate-budget.view.js';
import { ACCOUNT_BUDGETS, APP_BUDGETS } from './dto/rate-budgets.examples.js';

@ApiTags('Integrations')
@Controller('api')
export class RateBudgetsController {
  constructor(
    private readonly budgets: RateBudgets,
    private readonly consumers: OrganisationConsumers,
  ) {}

  @Get('rate-budgets')
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Get how much of TikTok’s limits for the app is used',
    description:
      'All organisations share these limits. Without Redis, an answer has the calls of the process that gives it.',
  })
  @ApiOkResponse({ type: AppRateBudgetsView })
  @ApiExamples({ operator: APP_BUDGETS })
  async getRateBudgets(@CallerRole() role: Role): Promise<AppRateBudgetsView> {
    const seesAll = includesRole(role, 'operator');
    const uses = await this.budgets.ofApp(await this.consumers.all());
    return { items: uses.map((use) => toAppRateBudgetView(use, seesAll)) };
  }

  @Get('integrations/:integrationId/rate-budgets')
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Get how much of TikTok’s limits for an account is used',
    description:
      'TikTok counts these calls by account and endpoint. Without Redis, an answer has the calls of the process that gives it.',
  })
  @ApiOkResponse({ type: AccountRateBudgetsView })
  @ApiExamples({ posting: ACCOUNT_BUDGETS })
  async getAccountRateBudgets(
    @Param('integrationId') integrationId: string,
  ): Promise<AccountRateBudgetsView> {
    const uses = await this.budgets.ofAccount(await this.consumers.ofAccount(integrationId));
    return { items: uses.map(toRateBudgetView) };
  }
}
