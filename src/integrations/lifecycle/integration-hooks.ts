import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that did not work lately. */
export interface RecentError {
  /** ISO time. */
  at: string;
  /** e.g. 'publication', 'sync' */
  what: string;
  code: string;
  /** A sentence for a person. */
  message: string;
}

/** How much of a limit of TikTok's is used. */
export interface QuotaUse {
  quota: string;
  used: number;
  limit: number;
  windowSeconds: number;
}

/** What a module above knows of an integration, and does when it comes back or goes for good. */
export interface IntegrationHook {
  /** The latest errors, newest first. Runs inside the organisation. */
  recentErrors?(integrationId: string): Promise<RecentError[]>;
  /** Runs inside the organisation. */
  quotaUse?(integrationId: string): Promise<QuotaUse[]>;
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

  async recentErrors(integrationId: string): Promise<RecentError[]> {
    const found = await Promise.all(
      this.hooks.map(async (hook) => (await hook.recentErrors?.(integrationId)) ?? []),
    );
    return found.flat().toSorted((one, other) => other.at.localeCompare(one.at));
  }

  async quotaUse(integrationId: string): Promise<QuotaUse[]> {
    return (
      await Promise.all(this.hooks.map(async (hook) => (await hook.quotaUse?.(integrationId)) ?? []))
    ).flat();
  }

  async resumed(integrationId: string): Promise<void> {
    for (const hook of this.hooks) await hook.resumed?.(integrationId);
  }

  /** The last registered first: what refers to other rows goes before them. */
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const hook of this.hooks.toReversed()) await hook.purge?.(em, integrationId);
  }
}
