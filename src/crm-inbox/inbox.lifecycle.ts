import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext } from '../database/index.js';
import { OnIntegration } from '../integrations/index.js';
import { AffectedWorkRegistry, type AffectedWork } from '../notifications/index.js';
import { Conversation } from './conversation.entity.js';

const TABLES = ['conversations', 'direct_threads', 'message_reactions', 'message_images'];

/** Reports the conversations that an expired connection affects, and deletes those of a deleted integration. */
@Injectable()
export class InboxLifecycle implements OnModuleInit {
  constructor(
    private readonly affected: AffectedWorkRegistry,
    private readonly orgContext: OrgContext,
  ) {}

  onModuleInit(): void {
    this.affected.register('conversations', 'account', (integrationId) => this.affectedBy(integrationId));
  }

  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const table of TABLES)
      await em.query(`DELETE FROM ${table} WHERE integration_id = $1`, [integrationId]);
  }

  private async affectedBy(integrationId: string): Promise<AffectedWork> {
    const count = await this.orgContext.transaction((em) =>
      em.getRepository(Conversation).countBy({ integrationId }),
    );
    const summary = count === 1 ? '1 conversation in the inbox' : `${count} conversations in the inbox`;
    return { kind: 'conversations', count, examples: [], summary };
  }
}
