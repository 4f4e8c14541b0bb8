import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../database/index.js';
import { OnIntegration } from '../integrations/index.js';
import { AffectedWorkRegistry, type AffectedWork } from '../notifications/index.js';
import { Conversation } from './conversation.entity.js';
import { MediaStore } from './media/media-store.js';

// Persons of other accounts of the organisation stay. Of erased ones, the hash stays.
const FORGET_CONTACTS = `
  DELETE FROM crm_contacts k USING (
    SELECT DISTINCT m.organisation_id, m.author_id FROM messages m WHERE m.integration_id = $1 AND m.author_id IS NOT NULL
  ) AS p WHERE k.organisation_id = p.organisation_id AND k.person_key = p.author_id
    AND NOT EXISTS (SELECT FROM messages o WHERE o.organisation_id = p.organisation_id AND o.author_id = p.author_id
      AND o.integration_id <> $1)`;

const FORGET_MEDIA = 'DELETE FROM message_media WHERE integration_id = $1 RETURNING file';

const TABLES = ['conversations', 'crm_inboxes', 'direct_threads', 'message_reactions', 'message_images'];

/** Reports the conversations that an expired connection affects, and deletes those of a deleted integration. */
@Injectable()
export class InboxLifecycle implements OnModuleInit {
  constructor(
    private readonly affected: AffectedWorkRegistry,
    private readonly orgContext: OrgContext,
    private readonly media: MediaStore,
  ) {}

  onModuleInit(): void {
    this.affected.register('conversations', 'account', (integrationId) => this.affectedBy(integrationId));
  }

  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    const media = await queryRows<{ file: string | null }>(em, FORGET_MEDIA, [integrationId]);
    await em.query(FORGET_CONTACTS, [integrationId]);
    for (const table of TABLES)
      await em.query(`DELETE FROM ${table} WHERE integration_id = $1`, [integrationId]);
    for (const { file } of media) if (file !== null) await this.media.remove(file);
  }

  private async affectedBy(integrationId: string): Promise<AffectedWork> {
    const count = await this.orgContext.transaction((em) =>
      em.getRepository(Conversation).countBy({ integrationId }),
    );
    const summary = count === 1 ? '1 conversation in the inbox' : `${count} conversations in the inbox`;
    return { kind: 'conversations', count, examples: [], summary };
  }
}
