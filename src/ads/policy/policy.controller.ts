import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { PolicyDto } from './dto/policy.dto.js';
import { PolicyView, toPolicyView } from './dto/policy.view.js';
import { rulesOf } from './policy-rules.js';
import { PolicyStore } from './policy.store.js';

@ApiTags('Ads')
@Controller('api/ads/policy')
export class PolicyController {
  constructor(private readonly policies: PolicyStore) {}

  @Get()
  @ApiOperation({ summary: 'Get the limits on ad spend' })
  @ApiOkResponse({ type: PolicyView })
  async getPolicy(): Promise<PolicyView> {
    return toPolicyView(await this.policies.find());
  }

  @Put()
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Set the limits on ad spend',
    description: 'Replaces all of them. What is absent gets its default. They never stop what already runs.',
  })
  @ApiOkResponse({ type: PolicyView })
  async setPolicy(@Body() body: PolicyDto, @UserId() userId: string): Promise<PolicyView> {
    return toPolicyView(await this.policies.save(rulesOf(body), userId));
  }
}
