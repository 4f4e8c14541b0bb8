import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactErasure, type ErasedPerson } from '../../crm-inbox/index.js';
import { queryRows, SystemContext } from '../../database/index.js';

// An event of an account that other organisations have connected, too, stays theirs.
const FORGET = `
  DELETE FROM webhook_receipts r USING webhook_events e
  WHERE r.organisation_id = $1 AND e.id = r.event_id AND strpos(e.content, $2) > 0
  RETURNING e.id`;
// A process that handles one of them may not know of the erasure. Without its lease, the event is handled again.
const TAKE_BACK = `
  UPDATE webhook_events SET lease_token = NULL, lease_until = NULL WHERE id = ANY($1) AND status = 'received'`;
const DELETE_UNUSED = `
  DELETE FROM webhook_events e WHERE e.id = ANY($1) AND e.status <> 'received'
    AND NOT EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = e.id)`;

/** Deletes stored webhooks about a person whose data an organisation erases. */
@Injectable()
export class ErasedContacts implements OnModuleInit {
  constructor(
    private readonly erasure: ContactErasure,
    private readonly system: SystemContext,
  ) {}

  onModuleInit(): void {
    this.erasure.listen((person) => this.forget(person));
  }

  private async forget({ organisationId, personKey }: ErasedPerson): Promise<void> {
    await this.system.transaction('erase webhooks about a contact', async (em) => {
      const rows = await queryRows<{ id: string }>(em, FORGET, [organisationId, personKey]);
      const ids = rows.map(({ id }) => id);
      // First, because it waits for the processes: what they have settled until then is deleted.
      await em.query(TAKE_BACK, [ids]);
      await em.query(DELETE_UNUSED, [ids]);
    });
  }
}
