import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrgContext } from '../database/index.js';
import { IntegrationHooks } from '../integrations/index.js';
import { AffectedWorkRegistry } from '../notifications/index.js';
import { Conversation } from './conversation.entity.js';

/** What becomes of conversations when an account's connection ends or is given up. */
@Injectable()
export class InboxLife implements OnModuleInit {
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
