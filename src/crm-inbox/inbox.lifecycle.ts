import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrgContext } from '../database/index.js';
import { IntegrationHooks } from '../integrations/index.js';
import { AffectedWorkRegistry } from '../notifications/index.js';
import { Conversation } from './conversation.entity.js';

/** Reports the conversations that an expired connection affects, and deletes those of a deleted integration. */
@Injectable()
export class InboxLifecycle implements OnModuleInit {
  constructor(
    private readonly hooks: IntegrationHooks,
    private readonly affected: AffectedWorkRegistry,
    private readonly orgContext: OrgContext,
  ) {}

  onModuleInit(): void {
    this.hooks.register({
      purge: async (em, integrationId) => {
        await em.query(`DELETE FROM conversations WHERE integration_id = $1`, [integrationId]);
      },
    });
    this.affected.register('conversations', 'account', async (integrationId) => {
      const count = await this.orgContext.transaction((em) =>
        em.getRepository(Conversation).countBy({ integrationId }),
      );
      const summary = count === 1 ? '1 conversation in the inbox' : `${count} conversations in the inbox`;
      return { kind: 'conversations', count, examples: [], summary };
    });
  }
}
