import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { LockTakenError, queryRows, SystemContext, untilFree } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import type { PostRoute, Publication } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { QuotaPlan, type Slot } from './quota-plan.js';

// A slot may come free earlier than forecast when other posts fail, are cancelled or are postponed.
const RECHECK_SECONDS = 300;

const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked`;

/** Starts posts within TikTok's limits, in the order in which they were requested. Reschedules the others. */
@Injectable()
export class QuotaGate {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly plan: QuotaPlan,
    private readonly clock: Clock,
  ) {}

  /** Checks the limits before any call to TikTok. @returns false when the post was rescheduled */
  async hasRoom(publication: Publication, integration: IntegrationRef): Promise<boolean> {
    return await this.locked(integration, (em) => this.checkQuota(em, publication, integration));
  }

  /**
   * Takes a slot and records, in the same statement, that init is about to be sent.
   * @returns false when the post must not be sent: it was rescheduled or cancelled, or init was already sent
   */
  async enter(publication: Publication, integration: IntegrationRef, route: PostRoute): Promise<boolean> {
    return await this.locked(integration, async (em) => {
      if (!(await this.checkQuota(em, publication, integration))) return false;
      // A cancel has the same condition, so only one of the two succeeds.
      const values = { initSentAt: this.clock.now(), route };
      const started = await apply(em, TRANSITIONS.noteInit, { id: publication.id }, values);
      return started.length === 1;
    });
  }

  private async checkQuota(
    em: EntityManager,
    publication: Publication,
    { openId }: IntegrationRef,
  ): Promise<boolean> {
    const { id, mode, wantedAt, createdAt } = publication;
    const request = { openId, mode, publication: { id, wantedAt: wantedAt ?? createdAt } };
    const slot = await this.plan.nextSlot(em, request);
    if (slot.waitsFor) await this.reschedule(em, id, slot);
    return !slot.waitsFor;
  }

  private async reschedule(em: EntityManager, id: string, { at, waitsFor }: Slot): Promise<void> {
    const recheckAt = this.clock.inSeconds(RECHECK_SECONDS);
    const dueAt = at < recheckAt ? at : recheckAt;
    await apply(em, TRANSITIONS.waitForQuota, { id }, { waitsFor, goesAt: at, dueAt });
  }

  /** Serialises work per account, and per app where active accounts are limited, so that two posts cannot take the last slot. */
  private async locked<T>({ openId }: IntegrationRef, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const appKeys = this.config.quotas.activeUsersPerDay === undefined ? [] : ['quota:app'];
    const keys = [...appKeys, `quota:account:${openId}`];
    // Waiting releases the connection, which other accounts need.
    return await untilFree(() =>
      this.system.transaction('enforce TikTok’s posting limits', async (em) => {
        for (const key of keys) {
          const [row] = await queryRows<{ locked: boolean }>(em, TRY_LOCK, [key]);
          if (!row?.locked) throw new LockTakenError();
        }
        return await work(em);
      }),
    );
  }
}
