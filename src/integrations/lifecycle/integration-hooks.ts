import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A recent failure. */
export interface RecentError {
  /** ISO time. */
  at: string;
  /** e.g. 'publication', 'sync' */
  what: string;
  code: string;
  /** What happened, for users. */
  message: string;
}

/** The use of one of TikTok's limits. */
export interface QuotaUse {
  quota: string;
  used: number;
  limit: number;
  windowSeconds: number;
}

/** A higher module's part in an integration: what it knows, and what it does on a reconnect or a purge. */
export interface IntegrationHook {
  /** Returns the latest errors, newest first. Runs inside the organisation. */
  recentErrors?(integrationId: string): Promise<RecentError[]>;
  /** Runs inside the organisation. */
  quotaUse?(integrationId: string): Promise<QuotaUse[]>;
  /** Resumes work that waited for the account. Runs inside the organisation; must be safe to repeat. */
  resumed?(integrationId: string): Promise<void>;
  /** Deletes the module's rows of the integration, in the transaction that deletes all of them. */
  purge?(em: EntityManager, integrationId: string): Promise<void>;
}

/** Collects the hooks of higher modules, which this module must not import. */
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

  /** Calls the last registered hook first, so that rows are deleted before those that they refer to. */
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const hook of this.hooks.toReversed()) await hook.purge?.(em, integrationId);
  }
}
