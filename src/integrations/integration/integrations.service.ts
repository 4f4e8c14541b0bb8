import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, Not } from 'typeorm';
import { Clock, ConflictError, isId, NotFoundError, type Page, type PageQuery } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, OrgLists, SystemContext, type ListOf } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import type { TikTokUser } from '../../tiktok/index.js';
import { Credential } from './credential.entity.js';
import type { Capability } from './capabilities.js';
import type { IntegrationDetailsView } from '../dto/integration-details.view.js';
import { IntegrationView, toView } from '../dto/integration.view.js';
import { IntegrationDetails, type ConsentRefs } from './loaded-integration.js';
import { Integration } from './integration.entity.js';
import { audit } from '../lifecycle/audit.js';
import { notActive } from './integration-text.js';
import { IntegrationExpiry } from './integration-status.js';
import { INTEGRATION_WORK } from '../lifecycle/integration-work.js';

/** What other modules may know of an integration. */
export interface IntegrationRef {
  id: string;
  organisationId: string;
  credentialId: string;
  openId: string;
  /** As in the address of the profile; null without the scope user.info.profile. */
  username: string | null;
  grantedScopes: readonly string[];
}

/** An account as one of our apps knows it. */
export interface TikTokAccount {
  /** Client key, or id of the Business app. */
  appId: string;
  openId: string;
}

const NEWEST_FIRST: ListOf<Integration> = {
  entity: Integration,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

@Injectable()
export class IntegrationsService {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly expiry: IntegrationExpiry,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly integrationDetails: IntegrationDetails,
    private readonly lists: OrgLists,
  ) {}

  /** Newest first. */
  list(query: PageQuery): Promise<Page<IntegrationView>> {
    return this.lists.page(NEWEST_FIRST, query, toView);
  }

  /**
   * The integration to act for: the named one, or the only active one.
   * @throws NotFoundError, ConflictError saying what to connect or to name
   */
  async resolve(integrationId?: string): Promise<IntegrationRef> {
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).findBy({
        organisationId: this.orgContext.organisationId,
        ...(integrationId !== undefined && { id: isId(integrationId) ? integrationId : NO_ID }),
      }),
    );
    if (integrationId !== undefined && rows.length === 0) throw unknownIntegration();
    const active = rows.filter((row) => row.status === 'active');
    const [only, another] = active;
    if (another) {
      const names = active.map((row) => `${row.id} (${row.displayName ?? row.openId})`).join(', ');
      throw new ConflictError(
        'integration_ambiguous',
        `Several accounts are connected: name one by integrationId: ${names}.`,
      );
    }
    if (only) return toRef(only);
    const [expired] = rows;
    if (expired) throw new ConflictError('integration_not_active', notActive(expired));
    throw new ConflictError('no_integration', 'No TikTok account is connected. Connect one first.');
  }

  /** All active ones of the organisation. */
  active(): Promise<IntegrationRef[]> {
    return this.orgContext.transaction(async (em) =>
      (
        await em
          .getRepository(Integration)
          .findBy({ organisationId: this.orgContext.organisationId, status: 'active' })
      ).map(toRef),
    );
  }

  /** One of the organisation, whatever its status. @throws NotFoundError */
  async get(id: string): Promise<IntegrationRef> {
    return toRef(await this.find(id));
  }

  /** Whether it is there and nobody has disconnected it. */
  isConnected(id: string): Promise<boolean> {
    return this.orgContext.transaction((em) =>
      em.getRepository(Integration).existsBy({ id: isId(id) ? id : NO_ID, status: Not('disconnected') }),
    );
  }

  /** Everything about one: capabilities with reasons, the life of its tokens. @throws NotFoundError */
  async details(id: string): Promise<IntegrationDetailsView> {
    return await this.integrationDetails.view(await this.find(id));
  }

  /** @throws ConflictError with the reason and the fix when the integration cannot do it now */
  async assertCan(id: string, capability: Capability): Promise<void> {
    await this.integrationDetails.assertCan(await this.find(id), capability);
  }

  /** What was consented to, family by family. @throws NotFoundError */
  async consents(id: string): Promise<ConsentRefs> {
    return await this.integrationDetails.consents(await this.find(id));
  }

  private async find(id: string): Promise<Integration> {
    const row = await this.orgContext.transaction((em) =>
      em.getRepository(Integration).findOneBy({ id: isId(id) ? id : NO_ID }),
    );
    if (!row) throw unknownIntegration();
    return row;
  }

  /** Those with these ids, of any organisation. */
  withIds(ids: string[]): Promise<IntegrationRef[]> {
    return this.system.transaction('find integrations by id', async (em) =>
      (await em.getRepository(Integration).findBy({ id: In(ids) })).map(toRef),
    );
  }

  /** Takes over what a profile sync has seen: what TikTok knows no longer is cleared, what it was not asked for stays. */
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

  /**
   * Ends the integration: work for it stops now, its data is deleted in the background, and the access is given back to
   * TikTok unless another organisation uses the same account.
   */
  async disconnect(id: string, userId: string): Promise<void> {
    const changed = await this.orgContext.transaction((em) =>
      em
        .getRepository(Integration)
        .update(
          { id: isId(id) ? id : NO_ID, status: Not('disconnected') },
          { status: 'disconnected', statusReason: userId, dueAt: this.clock.now() },
        ),
    );
    if (changed.affected === 0) await this.get(id);
    await this.jobs.wake(INTEGRATION_WORK, id);
  }

  /** Deletes what came from TikTok, in the background, and keeps the connection. @throws NotFoundError */
  async deleteData(id: string, userId: string): Promise<void> {
    const integration = await this.find(id);
    await this.orgContext.transaction(async (em) => {
      await audit(em, integration, 'data_deletion_requested', userId);
      const request = { deleteData: true, dueAt: this.clock.now() };
      await em.getRepository(Integration).update({ id: integration.id }, request);
    });
    await this.jobs.wake(INTEGRATION_WORK, id);
  }

  /**
   * The user took an app's access away: its tokens are dead already. Without the login all has ended, without the
   * Business app a part. Deliveries may be days late, so tokens of a consent that was given after the event are not meant.
   * @param at when it happened; TikTok tells whole seconds
   */
  async accessRemoved({ appId, openId }: TikTokAccount, reason: string, at: Date): Promise<void> {
    const issuedAt = LessThanOrEqual(new Date(at.getTime() + 1000));
    const graceSeconds = this.config.removedAccessPurgeDays * 86_400;
    await this.system.transaction('the access to an account was removed', async (em) => {
      const credentials = em.getRepository(Credential);
      const lock = { mode: 'pessimistic_write' as const };
      const meant = await credentials.findOne({ where: { appId, subject: openId, issuedAt }, lock });
      if (!meant) return;
      const { id, family } = meant;
      if (!meant.rejectedAt)
        await credentials.update(
          { id },
          { rejectedAt: this.clock.now(), rejectedReason: reason, dueAt: null },
        );
      if (family === 'login') {
        await this.expiry.expire(em, { openId }, reason, graceSeconds);
        await this.expiry.purgeLater(em, openId, graceSeconds);
      } else await this.expiry.credentialRefused(em, id, reason);
    });
  }
}

// Postgres would complain about a malformed uuid; this one belongs to nobody.
const NO_ID = '00000000-0000-0000-0000-000000000000';

function unknownIntegration(): NotFoundError {
  return new NotFoundError('unknown_integration', 'There is no such integration in this organisation.');
}

function toRef(row: Integration): IntegrationRef {
  const { id, organisationId, credentialId, openId, username, grantedScopes } = row;
  return { id, organisationId, credentialId, openId, username, grantedScopes };
}
