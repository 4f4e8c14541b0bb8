import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { LockTakenError, queryRows, SystemContext, untilFree } from '../../database/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import type { PostRoute, Publication } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { QuotaPlan, type Place } from './quota-plan.js';

// Room may come earlier than foreseen: others fail, are called off, or are put off.
const LOOK_AGAIN_SECONDS = 300;

const OPEN_DOOR = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS open`;

/** Lets posts begin while TikTok's limits have room, first come, first served; the others wait for theirs. */
@Injectable()
export class QuotaGate {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly plan: QuotaPlan,
    private readonly clock: Clock,
  ) {}

  /** Before TikTok is asked anything for it. @returns false when it waits from now on */
  async hasRoom(publication: Publication, integration: IntegrationRef): Promise<boolean> {
    return await this.atDoor(integration, (em) => this.seek(em, publication, integration));
  }

  /**
   * Takes the place and writes down, at once, that init is about to be sent.
   * @returns false when it waits from now on, was called off, or init was sent before: it must not be sent
   */
  async enter(publication: Publication, integration: IntegrationRef, route: PostRoute): Promise<boolean> {
    return await this.atDoor(integration, async (em) => {
      if (!(await this.seek(em, publication, integration))) return false;
      // Cancelling has the same condition: whichever comes first wins.
      const values = { initSentAt: this.clock.now(), route };
      const begun = await apply(em, TRANSITIONS.noteInit, { id: publication.id }, values);
      return begun.length === 1;
    });
  }

  private async seek(
    em: EntityManager,
    publication: Publication,
    { openId }: IntegrationRef,
  ): Promise<boolean> {
    const { id, mode, wantedAt, createdAt } = publication;
    const asker = { openId, mode, publication: { id, wantedAt: wantedAt ?? createdAt } };
    const place = await this.plan.placeOf(em, asker);
    if (place.waitsFor) await this.wait(em, id, place);
    return !place.waitsFor;
  }

  private async wait(em: EntityManager, id: string, { at, waitsFor }: Place): Promise<void> {
    const lookAgain = this.clock.inSeconds(LOOK_AGAIN_SECONDS);
    const dueAt = at < lookAgain ? at : lookAgain;
    await apply(em, TRANSITIONS.waitForQuota, { id }, { waitsFor, goesAt: at, dueAt });
  }

  /** One at a time for an account, and for the app where its accounts are counted: two cannot take the last place. */
  private async atDoor<T>({ openId }: IntegrationRef, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const ofApp = this.config.quotas.activeUsersPerDay === undefined ? [] : ['quota:app'];
    const doors = [...ofApp, `quota:account:${openId}`];
    // Who has to wait lets go of the connection: other accounts need it.
    return await untilFree(() =>
      this.system.transaction('keep TikTok’s limits of posts', async (em) => {
        for (const door of doors) {
          const [row] = await queryRows<{ open: boolean }>(em, OPEN_DOOR, [door]);
          if (!row?.open) throw new LockTakenError();
        }
        return await work(em);
      }),
    );
  }
}
