import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole } from '../auth/index.js';
import { ApiExamples, ApiPage, type Page } from '../common/index.js';
import { AuditLists } from './audit-lists.js';
import { ADMIN_ACTIONS } from './dto/admin-actions.examples.js';
import { AdminActionsQuery } from './dto/admin-actions.query.js';
import { AdminActionView } from './dto/admin-action.view.js';

@ApiTags('Audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly lists: AuditLists) {}

  @Get()
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'List what admins did',
    description:
      'Every call by an admin or operator that changed something, or tried to; and the approvals and the kill switch of editors. ' +
      'The newest action comes first. A repeated call with an Idempotency-Key does nothing, and has no entry.',
  })
  @ApiPage(AdminActionView)
  @ApiExamples({ disconnected: ADMIN_ACTIONS })
  listAdminActions(@Query() query: AdminActionsQuery): Promise<Page<AdminActionView>> {
    return this.lists.page(query);
  }
}
