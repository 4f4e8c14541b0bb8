import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, SystemContext } from '../../database/index.js';
import type { TikTokUser } from '../../tiktok/index.js';
import { appFacts } from './capabilities.js';
import { Credential } from './credential.entity.js';
import { asId, IntegrationLoader } from './integration-loader.js';
import { IntegrationStatus } from './integration-status.js';
import { Integration } from './integration.entity.js';
import { LoadedIntegration, toRef, type IntegrationRef } from './loaded-integration.js';

/** An account as one of our apps knows it. */
export interface TikTokAccount {
  /** Client key, or id of the Business app. */
  appId: string;
  openId: string;
}

/** The integrations of organisations, as other modules may know them. */
@Injectable()
export class IntegrationsService {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly loader: IntegrationLoader,
    private readonly status: IntegrationStatus,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads the integration to act for: the named one, or the only active one.
   * @throws NotFoundError, ConflictError saying what to connect or to name
   */
  async resolve(integrationId?: string): Promise<LoadedIntegration> {
    return await this.loaded(await this.loader.findActive(integrationId));
  }

  /** Loads one of the organisation, whatever its status. @throws NotFoundError */
  async load(id: string): Promise<LoadedIntegration> {
    return await this.loaded(await this.loader.find(id));
  }

  /** Returns one of the organisation without its consents, whatever its status. @throws NotFoundError */
  async get(id: string): Promise<IntegrationRef> {
    return toRef(await this.loader.find(id));
  }

  /** Returns the organisation's active ones. */
  active(): Promise<IntegrationRef[]> {
    const which = { organisationId: this.orgContext.organisationId, status: 'active' as const };
    return this.orgContext.transaction(async (em) =>
      (await em.getRepository(Integration).findBy(which)).map(toRef),
    );
  }

  /** True if it exists and has not been disconnected. */
  isConnected(id: string): Promise<boolean> {
    return this.orgContext.transaction((em) =>
      em.getRepository(Integration).existsBy({ id: asId(id), status: Not('disconnected') }),
    );
  }

  /** Returns the integrations with these ids, of any organisation. */
  withIds(ids: string[]): Promise<IntegrationRef[]> {
    return this.system.transaction('find integrations by id', async (em) =>
      (await em.getRepository(Integration).findBy({ id: In(ids) })).map(toRef),
    );
  }

  /** Stores a profile as TikTok sent it: null clears a field, an absent one keeps its value. */
  async updateProfile(id: string, user: TikTokUser): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(Integration).update(
        { id },
        {
          ...(user.display_name !== undefined && { displayName: user.display_name }),
          ...(user.username !== undefined && { username: user.username }),
          ...(user.avatar_url !== undefined && { avatarUrl: user.avatar_url }),
        },
      ),
    );
  }

  /** Records why TikTok offers the account no direct messages, until it is connected again; null: it does. */
  async noteMessaging(id: string, refusal: string | null): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.query(
        `UPDATE integrations SET messaging_refusal = $2 WHERE id = $1 AND messaging_refusal IS DISTINCT FROM $2`,
        [id, refusal],
      ),
    );
  }

  /**
   * Records that the TikTok user has removed an app's access, so its tokens no longer work. Without the login the
   * integration expires; without the Business app it loses a part. Webhooks may arrive days late, so tokens from a later
   * consent are left alone.
   * @param at when it happened; TikTok reports whole seconds
   */
  async accessRemoved({ appId, openId }: TikTokAccount, reason: string, at: Date): Promise<void> {
    const issuedAt = LessThanOrEqual(new Date(at.getTime() + 1000));
    const graceSeconds = this.config.removedAccessPurgeDays * 86_400;
    await this.system.transaction('the access to an account was removed', async (em) => {
      const credentials = em.getRepository(Credential);
      const lock = { mode: 'pessimistic_write' as const };
      const found = await credentials.findOne({ where: { appId, subject: openId, issuedAt }, lock });
      if (!found) return;
      const { id, family } = found;
      if (!found.rejectedAt)
        await credentials.update(
          { id },
          { rejectedAt: this.clock.now(), rejectedReason: reason, dueAt: null },
        );
      if (family === 'login') {
        await this.status.expire(em, { openId }, reason, graceSeconds);
        await this.status.purgeLater(em, openId, graceSeconds);
      } else await this.status.credentialRejected(em, id, reason);
    });
  }

  private async loaded(integration: Integration): Promise<LoadedIntegration> {
    return new LoadedIntegration(await this.loader.withCredentials(integration), appFacts(this.config));
  }
}
