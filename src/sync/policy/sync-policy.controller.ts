import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { SyncPolicyDto } from './dto/sync-policy.dto.js';
import { SyncPolicyView, toSyncPolicyView } from './dto/sync-policy.view.js';
import { ownPolicyOf } from './own-policy.js';
import { SyncPolicies } from './sync-policies.js';

@ApiTags('Sync')
@Controller('api/sync/policy')
export class SyncPolicyController {
  constructor(private readonly policies: SyncPolicies) {}

  @Get()
  @ApiOperation({ summary: 'Get how often figures are read' })
  @ApiOkResponse({ type: SyncPolicyView })
  async getSyncPolicy(): Promise<SyncPolicyView> {
    const row = await this.policies.find();
    return toSyncPolicyView(row, this.policies.effective(row));
  }

  @Put()
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Set how often figures are read',
    description: 'Replaces the whole policy. What is null or absent gets the service’s default.',
  })
  @ApiOkResponse({ type: SyncPolicyView })
  async setSyncPolicy(@Body() body: SyncPolicyDto, @UserId() userId: string): Promise<SyncPolicyView> {
    const row = await this.policies.save(ownPolicyOf(body), userId);
    return toSyncPolicyView(row, this.policies.effective(row));
  }
}
