import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a module above does when an integration comes back or goes for good. */
export interface IntegrationHook {
  /** Work that waited for the account goes on. Runs inside the organisation; must be safe to repeat. */
  resumed?(integrationId: string): Promise<void>;
  /** Deletes the module's rows of the integration, in the transaction that deletes all of them. */
  purge?(em: EntityManager, integrationId: string): Promise<void>;
}

/** Modules above register here, since they know integrations and not the other way round. */
@Injectable()
export class IntegrationHooks {
  private readonly hooks: IntegrationHook[] = [];

  register(hook: IntegrationHook): void {
    this.hooks.push(hook);
  }

  async resumed(integrationId: string): Promise<void> {
    for (const hook of this.hooks) await hook.resumed?.(integrationId);
  }

  /** The last registered first: what refers to other rows goes before them. */
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const hook of this.hooks.toReversed()) await hook.purge?.(em, integrationId);
  }
}
