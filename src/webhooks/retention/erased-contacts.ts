import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactErasure, ErasedPersons, type ErasedPerson } from '../../crm-inbox/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { parseWebhookContent } from '../../tiktok/index.js';
import { ERASED_COLUMNS, possiblePersons } from '../erased-event.js';

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

// Events that other organisations see, too. One that had erased the person before the event arrived is among them.
const SHARED = `
  SELECT e.id, e.event, e.user_openid AS "userOpenId", e.content,
    array_agg(DISTINCT o.organisation_id) AS "organisationIds"
  FROM webhook_receipts r
  JOIN webhook_events e ON e.id = r.event_id AND strpos(e.content, $2) > 0
  JOIN webhook_receipts o ON o.event_id = r.event_id AND o.organisation_id <> r.organisation_id
  WHERE r.organisation_id = $1
  GROUP BY e.id, e.event, e.user_openid, e.content`;
const BLANK = `
  UPDATE webhook_events SET content = $2, raw_body = $3, failure = $4 WHERE id = ANY($1) AND status <> 'received'`;

interface SharedEvent {
  id: string;
  event: string | null;
  userOpenId: string | null;
  content: string;
  organisationIds: string[];
}

/**
 * Deletes stored webhooks about a person whose data an organisation erases. Those that other organisations see lose their
 * content once each of these has erased a person in them.
 */
@Injectable()
export class ErasedContacts implements OnModuleInit {
  constructor(
    private readonly erasure: ContactErasure,
    private readonly erased: ErasedPersons,
    private readonly system: SystemContext,
  ) {}

  onModuleInit(): void {
    this.erasure.listen((person) => this.forget(person));
  }

  private async forget({ organisationId, personKey }: ErasedPerson): Promise<void> {
    const person = [organisationId, personKey];
    const erased = await this.erasedByOthers(person);
    const { content, raw_body: rawBody, failure } = ERASED_COLUMNS;
    await this.system.transaction('erase webhooks about a contact', async (em) => {
      const rows = await queryRows<{ id: string }>(em, FORGET, person);
      const ids = rows.map(({ id }) => id);
      // First, because it waits for the processes: what they have settled until then is deleted.
      await em.query(TAKE_BACK, [ids]);
      await em.query(DELETE_UNUSED, [ids]);
      await em.query(BLANK, [erased, content, rawBody, failure]);
    });
  }

  /** @returns ids of events about the person that are left only to organisations that have erased the person, too */
  private async erasedByOthers(person: readonly string[]): Promise<string[]> {
    // It may read all events of the organisation, which takes longer than a statement of its own may.
    const shared = await this.system.transaction('find shared webhooks', (em) =>
      queryRows<SharedEvent>(em, SHARED, [...person]),
    );
    // At once: the lookups of many events share statements.
    const erased = await Promise.all(shared.map((event) => this.isErasedByOthers(event)));
    return shared.filter((_, index) => erased[index]).map(({ id }) => id);
  }

  private isErasedByOthers({ event, userOpenId, content, organisationIds }: SharedEvent): Promise<boolean> {
    const persons = possiblePersons({ event, userOpenId, content: parseWebhookContent(content) });
    return this.erased.everywhere(organisationIds, persons);
  }
}
