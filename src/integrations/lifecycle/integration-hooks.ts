import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { handlerDecorator, HandlerDiscovery, type FoundHandler } from '../../runtime/index.js';

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

/** What higher modules may do for an integration. Each may be handled by any number of methods. */
interface Hooks {
  /** Returns the latest errors, newest first. Runs inside the organisation. */
  recentErrors(integrationId: string): Promise<RecentError[]>;
  /** Runs inside the organisation. */
  quotaUse(integrationId: string): Promise<QuotaUse[]>;
  /**
   * Plans regular work. Called after each change of an active integration: its connection, another consent, or tokens that
   * can be read again. Runs inside the organisation; must be safe to repeat.
   */
  connected(integrationId: string): Promise<void>;
  /** Follows the reading of its ad accounts after a change. Runs inside the organisation; must be safe to repeat. */
  adAccountsRead(integrationId: string): Promise<void>;
  /** Resumes work that waited for the account. Runs inside the organisation; must be safe to repeat. */
  resumed(integrationId: string): Promise<void>;
  /** Follows the expiry of an account, in the transaction of its notice. Must be safe to repeat. */
  expired(em: EntityManager, integrationId: string): Promise<void>;
  /** Deletes the module's rows of the integration, in the transaction that deletes all of them. */
  purge(em: EntityManager, integrationId: string): Promise<void>;
}

type Hook = keyof Hooks;

const hookDecorator = handlerDecorator<Hook, Hooks[Hook]>('@OnIntegration');

/** Marks the method that a higher module plugs into the life of an integration: `@OnIntegration('purge')`. */
export function OnIntegration<Name extends Hook>(
  name: Name,
): <Method extends Hooks[Name]>(
  target: object,
  method: string,
  descriptor: TypedPropertyDescriptor<Method>,
) => void {
  return hookDecorator(name);
}

/** Calls the hooks of higher modules, which this module must not import. */
@Injectable()
export class IntegrationHooks implements OnModuleInit {
  private found: readonly FoundHandler<Hook, Hooks[Hook]>[] = [];

  constructor(private readonly discovery: HandlerDiscovery) {}

  onModuleInit(): void {
    this.found = this.discovery.all(hookDecorator);
  }

  async recentErrors(integrationId: string): Promise<RecentError[]> {
    const found = await Promise.all(this.all('recentErrors').map((find) => find(integrationId)));
    return found.flat().toSorted((one, other) => other.at.localeCompare(one.at));
  }

  async quotaUse(integrationId: string): Promise<QuotaUse[]> {
    return (await Promise.all(this.all('quotaUse').map((find) => find(integrationId)))).flat();
  }

  async connected(integrationId: string): Promise<void> {
    for (const plan of this.all('connected')) await plan(integrationId);
  }

  async adAccountsRead(integrationId: string): Promise<void> {
    for (const follow of this.all('adAccountsRead')) await follow(integrationId);
  }

  async resumed(integrationId: string): Promise<void> {
    for (const resume of this.all('resumed')) await resume(integrationId);
  }

  async expired(em: EntityManager, integrationId: string): Promise<void> {
    for (const follow of this.all('expired')) await follow(em, integrationId);
  }

  /** The order does not matter: rows of one module never refer to rows of another, except to the integration itself. */
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    for (const purge of this.all('purge')) await purge(em, integrationId);
  }

  private all<Name extends Hook>(name: Name): Hooks[Name][] {
    return this.found.filter(({ key }) => key === name).map(({ handle }) => handle as Hooks[Name]);
  }
}
