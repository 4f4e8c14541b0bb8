import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InboxUsersView } from './dto/inbox-users.view.js';
import { InboxUsers } from './inbox-users.js';

@ApiTags('CRM inbox')
@Controller('api/crm/users')
export class InboxUsersController {
  constructor(private readonly users: InboxUsers) {}

  @Get()
  @ApiOperation({
    summary: 'List the users who work in the inbox',
    description:
      'The service has no directory of users. It knows those who have answered or changed a conversation, and those to whom one was ' +
      'assigned. Any other id can be assigned, too.',
  })
  @ApiOkResponse({ type: InboxUsersView })
  listInboxUsers(): Promise<InboxUsersView> {
    return this.users.list();
  }
}
