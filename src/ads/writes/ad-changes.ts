import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { TikTokApiError, type AdKind, type AdRow, type WireBody } from '../../tiktok/index.js';
import type { Actor } from './actor.js';
import { AdChange, type ChangeAction } from './ad-change.entity.js';
import type { Difference } from './read-back.js';
import { newRequestId } from './request-id.js';

/** What is about to change. */
export interface Intent {
  accountId: string;
  kind: AdKind;
  action: ChangeAction;
  /** Absent for a create. */
  objectId?: string;
  name?: string | null;
  body: WireBody;
  before?: WireBody | null;
  actor: Actor;
}

/** What TikTok has afterwards. */
export interface Outcome {
  objectId: string;
  tiktokRequestId?: string | undefined;
  after?: AdRow;
  differences?: Difference[];
  adopted?: boolean;
}

/** Reads and writes the journal of changes. An intent is committed before its call, and the answer right after it. */
@Injectable()
export class AdChanges {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Returns the step's change of an earlier attempt, or a new intent. */
  async intend(intent: Intent): Promise<AdChange> {
    const { actor, kind, ...what } = intent;
    return await this.orgContext.transaction(async (em) => {
      const changes = em.getRepository(AdChange);
      const { launchId = null, stepKey = null } = actor;
      const earlier = launchId && stepKey && (await earlierOf(em, launchId, stepKey));
      if (earlier) return earlier;
      const id = newId();
      await changes.insert({
        id,
        organisationId: this.orgContext.organisationId,
        ...what,
        ...kind,
        name: intent.name ?? null,
        before: intent.before ?? null,
        actorKind: actor.kind,
        actorId: actor.id ?? null,
        reason: actor.reason ?? null,
        launchId,
        stepKey,
        state: 'intended',
        requestId: intent.action === 'create' ? newRequestId() : null,
      } as object);
      return await changes.findOneByOrFail({ id });
    });
  }

  /** Commits the intents of one call for several objects, marked as sent. @param settleAt as for `sent` */
  async intendAll(intents: Intent[], settleAt: Date): Promise<AdChange[]> {
    const rows = intents.map(({ actor, kind, ...what }) => ({
      id: newId(),
      organisationId: this.orgContext.organisationId,
      ...what,
      ...kind,
      name: what.name ?? null,
      before: what.before ?? null,
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      reason: actor.reason ?? null,
      launchId: actor.launchId ?? null,
      state: 'sent' as const,
      sentAt: this.clock.now(),
      dueAt: settleAt,
    }));
    return await this.orgContext.transaction(async (em) => {
      const changes = em.getRepository(AdChange);
      await changes.insert(rows as object[]);
      return await Promise.all(rows.map(({ id }) => changes.findOneByOrFail({ id })));
    });
  }

  find(id: string): Promise<AdChange | null> {
    return this.orgContext.transaction((em) => em.getRepository(AdChange).findOneBy({ id }));
  }

  /** Must be committed before the call leaves. @param settleAt when the outcome is looked up if nothing else follows */
  async sent(change: AdChange, settleAt: Date | null = null): Promise<void> {
    const sentAt = this.clock.now();
    const firstSentAt = change.firstSentAt ?? change.sentAt ?? sentAt;
    await this.write(change, { state: 'sent', sentAt, firstSentAt, dueAt: settleAt });
  }

  async succeeded(change: AdChange, outcome: Outcome): Promise<void> {
    const { objectId, tiktokRequestId, after, differences, adopted } = outcome;
    await this.write(change, {
      state: 'succeeded',
      objectId,
      finishedAt: this.clock.now(),
      dueAt: null,
      ...(tiktokRequestId !== undefined && { tiktokRequestId }),
      ...(after && { after }),
      ...(differences && { differences }),
      ...(adopted && { adopted }),
    });
  }

  /** Stores TikTok's object for a create that still has it: it may have gone to another create. */
  async compared(change: AdChange, read: Required<Pick<Outcome, 'after' | 'differences'>>): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(AdChange).update({ id: change.id, state: 'succeeded' }, read as object),
    );
    Object.assign(change, read);
  }

  /**
   * The last call did nothing, so it may be sent again.
   * @param earlierAt when an earlier call left whose outcome is not known. It is looked up again before the next call
   */
  async notSent(change: AdChange, earlierAt: Date | null): Promise<void> {
    await this.write(
      change,
      earlierAt === null
        ? { state: 'intended', sentAt: null, firstSentAt: null, dueAt: null }
        : { state: 'unknown', sentAt: earlierAt, dueAt: null },
    );
  }

  async unknown(change: AdChange, message: string, settleAt: Date): Promise<void> {
    await this.write(change, { state: 'unknown', failMessage: message, dueAt: settleAt });
  }

  /** TikTok's answer refuses this object. */
  async refused(change: AdChange, message: string, tiktokRequestId?: string): Promise<void> {
    await this.write(change, {
      state: 'failed',
      failCode: 'refused',
      failMessage: message,
      tiktokRequestId: tiktokRequestId ?? null,
      finishedAt: this.clock.now(),
      dueAt: null,
    });
  }

  /** The answer was lost, and TikTok has no such object. */
  async notCreated(change: AdChange): Promise<void> {
    await this.write(change, {
      state: 'failed',
      failCode: 'not_created',
      failMessage: 'TikTok did not answer, and the object does not exist there. You can create it again.',
      finishedAt: this.clock.now(),
      dueAt: null,
    });
  }

  async leaveToLaunch(change: AdChange): Promise<void> {
    await this.write(change, { dueAt: null });
  }

  async failed(change: AdChange, error: unknown): Promise<void> {
    const isApi = error instanceof TikTokApiError;
    await this.write(change, {
      state: 'failed',
      failCode: isApi ? error.code : 'unknown',
      failMessage: isApi ? error.tiktokMessage : String(error),
      ...(isApi && { tiktokRequestId: error.origin.logId ?? null }),
      finishedAt: this.clock.now(),
      dueAt: null,
    });
  }

  private async write(change: AdChange, values: Partial<AdChange>): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(AdChange).update({ id: change.id }, values as object),
    );
    Object.assign(change, values);
  }
}

/** The step's change, also of an attempt before a resume. Only a change that TikTok refused is replaced by a new one. */
function earlierOf(em: EntityManager, launchId: string, stepKey: string): Promise<AdChange | null> {
  return em
    .getRepository(AdChange)
    .createQueryBuilder('c')
    .where('c.launch_id = :launchId', { launchId })
    .andWhere(`split_part(c.step_key, '@', 1) = split_part(:stepKey, '@', 1)`, { stepKey })
    .andWhere(`(c.step_key = :stepKey OR c.state <> 'failed')`)
    .orderBy('c.id', 'DESC')
    .getOne();
}
