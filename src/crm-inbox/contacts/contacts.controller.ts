import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole } from '../../auth/index.js';
import { ContactErasure } from './contact-erasure.js';
import { ContactService } from './contact.service.js';
import { CrmContactView, ErasedContactView } from './dto/contact.view.js';

@ApiTags('CRM inbox')
@Controller('api/crm/contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactService,
    private readonly erasure: ContactErasure,
  ) {}

  @Get(':contactId')
  @ApiOperation({ summary: 'Get a contact' })
  @ApiOkResponse({ type: CrmContactView })
  getContact(@Param('contactId') contactId: string): Promise<CrmContactView> {
    return this.contacts.get(contactId);
  }

  @Delete(':contactId')
  @NeedsRole('admin')
  @ApiOperation({
    summary: 'Erase a contact',
    description:
      'Deletes what the person said and who it is, here and in stored webhooks. It cannot be undone. TikTok keeps the comments. Later messages of the person appear without a name.',
  })
  @ApiOkResponse({ type: ErasedContactView })
  async eraseContact(@Param('contactId') contactId: string): Promise<ErasedContactView> {
    const erasedMessages = await this.erasure.erase(contactId);
    return { contact: await this.contacts.get(contactId), erasedMessages };
  }
}
