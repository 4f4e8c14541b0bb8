import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { lockInbox } from '../store/inbox-lock.js';
import { appendToTimeline } from '../store/timeline.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import type { Deliverer, Found } from './deliverer.js';
import { Outgoing } from './outgoing.entity.js';

// Earlier ones of the conversation go first. One with the same words must be settled first: a search could not tell the two
// apart.
const IN_THE_WAY = `
  SELECT 1 FROM crm_outbox o JOIN crm_outbox own ON own.id = $1
  WHERE o.conversation_id = own.conversation_id AND o.id < own.id
    AND (o.status IN ('queued', 'sent')
      OR (o.status = 'unknown' AND o.due_at IS NOT NULL AND o.content = own.content)) LIMIT 1`;

// A retry may be one of a retry.
const IS_POSTED = `
  WITH RECURSIVE earlier AS (
    SELECT retry_of, status FROM crm_outbox WHERE id = $1
    UNION ALL SELECT o.retry_of, o.status FROM crm_outbox o JOIN earlier e ON o.id = e.retry_of)
  SELECT FROM earlier WHERE status = 'confirmed' LIMIT 1`;

// An answer of TikTok outweighs a search, which may have given the same comment to another row.
const TAKE_FROM_OTHERS = `
  UPDATE crm_outbox SET status = 'unknown', sent_id = NULL, reach = NULL, due_at = now()
  WHERE integration_id = $1 AND sent_id = $2 AND id <> $3`;

/** What the timeline says of them. */
type OutgoingLine = 'reply_failed' | 'reply_limited';

/** The transitions of outgoing messages. Each one is a transaction of its own. */
@Injectable()
export class Outbox {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly changes: ConversationChanges,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<Outgoing | null> {
    return this.orgContext.transaction((em) => em.getRepository(Outgoing).findOneBy({ id }));
  }

  /** True while an earlier message of the conversation has to be sent or settled first. */
  hasToWait({ id }: Outgoing): Promise<boolean> {
    return this.orgContext.transaction(async (em) => (await queryRows(em, IN_THE_WAY, [id])).length > 0);
  }

  /** True if it sends again what turns out to be on TikTok. */
  async isPosted({ retryOf }: Outgoing): Promise<boolean> {
    return retryOf !== null && (await this.orgContext.transaction((em) => isConfirmed(em, retryOf)));
  }

  /**
   * Records that the call is about to leave. From here on it is never sent again.
   * @returns false if another process was first, or has found what this one sends again
   */
  async markSent(outgoing: Outgoing, lookAfterSeconds: number): Promise<boolean> {
    const { retryOf } = outgoing;
    const sentAt = this.clock.now();
    const change = { status: 'sent', sentAt, dueAt: this.clock.inSeconds(lookAfterSeconds) } as const;
    const isNeeded = async (em: EntityManager) => retryOf === null || !(await isConfirmed(em, retryOf));
    if (!(await this.change(outgoing, 'queued', change, isNeeded))) return false;
    Object.assign(outgoing, change);
    return true;
  }

  /** The call has certainly not left, or TikTok has done nothing. */
  async markUnsent(outgoing: Outgoing): Promise<void> {
    await this.change(outgoing, 'sent', { status: 'queued', sentAt: null, dueAt: this.clock.now() });
  }

  async fail(outgoing: Outgoing, code: string, message: string): Promise<void> {
    await this.change(outgoing, outgoing.status, {
      status: 'failed',
      failCode: code,
      failMessage: message,
      settledAt: this.clock.now(),
      dueAt: null,
    });
  }

  /** @param dueAt the time of the next look; null ends the search */
  async stayUnknown(outgoing: Outgoing, dueAt: Date | null, checks = outgoing.checks): Promise<void> {
    const settledAt = dueAt === null ? this.clock.now() : null;
    await this.change(outgoing, outgoing.status, { status: 'unknown', checks, dueAt, settledAt });
  }

  /** Confirms it and stores it as a message. @param isAnswer TikTok named it in its answer, which ends every doubt */
  async confirm(
    outgoing: Outgoing,
    { found, deliverer, isAnswer }: { found: Found; deliverer: Deliverer; isAnswer: boolean },
    reachDueAt: Date | null,
  ): Promise<void> {
    const { id } = outgoing;
    await this.orgContext.transaction(async (em) => {
      const current = await lockedRow(em, id);
      if (!current) return;
      const { integrationId } = current;
      if (isAnswer) await em.query(TAKE_FROM_OTHERS, [integrationId, found.sentId, id]);
      const { affected } = await em.getRepository(Outgoing).update(
        { id, status: outgoing.status },
        {
          status: 'confirmed',
          sentId: found.sentId,
          settledAt: this.clock.now(),
          failCode: null,
          failMessage: null,
          dueAt: reachDueAt,
        },
      );
      if (affected) await deliverer.store(em, current, found);
    });
  }

  async noteReach({ id }: Outgoing, reach: 'public' | 'limited' | null): Promise<void> {
    await this.orgContext.transaction(async (em) => {
      await em.getRepository(Outgoing).update({ id }, { reach, dueAt: null });
      if (reach === 'limited') await this.announce(em, id, 'reply_limited');
    });
  }

  /** Which of these ids of TikTok belong to other outgoing messages. */
  async taken({ id, integrationId }: Outgoing, sentIds: string[]): Promise<Set<string>> {
    const sql = `SELECT sent_id FROM crm_outbox WHERE integration_id = $1 AND sent_id = ANY($2) AND id <> $3`;
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ sent_id: string }>(em, sql, [integrationId, sentIds, id]),
    );
    return new Set(rows.map((row) => row.sent_id));
  }

  private async change(
    { id }: Outgoing,
    from: Outgoing['status'],
    change: Partial<
      Pick<Outgoing, 'status' | 'sentAt' | 'checks' | 'settledAt' | 'failCode' | 'failMessage' | 'dueAt'>
    >,
    isNeeded: (em: EntityManager) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<boolean> {
    return await this.orgContext.transaction(async (em: EntityManager) => {
      await lockedRow(em, id);
      if (!(await isNeeded(em))) return false;
      const { affected } = await em.getRepository(Outgoing).update({ id, status: from }, change);
      // A user waits for these. A confirmed one is published as a message.
      if (affected && change.status === 'failed') await this.announce(em, id, 'reply_failed');
      if (affected && change.status === 'unknown') await this.announce(em, id, null);
      return affected === 1;
    });
  }

  /** Publishes the change to the stream, and adds a line to the timeline if a type is given. */
  private async announce(em: EntityManager, id: string, type: OutgoingLine | null): Promise<void> {
    // The conversation may have been joined with another one since the row was read.
    const row = await em.getRepository(Outgoing).findOneByOrFail({ id });
    const { organisationId, conversationId, failCode, kind } = row;
    if (type !== null)
      await appendToTimeline(em, {
        organisationId,
        conversationId,
        key: `${type}:${id}`,
        type,
        at: this.clock.now(),
        actor: null,
        details: { replyId: id, kind, ...(type === 'reply_failed' && { code: failCode }) },
      });
    await this.changes.publish(em, { organisationId, created: [], updated: [conversationId], messages: [] });
  }
}

async function isConfirmed(em: EntityManager, id: string): Promise<boolean> {
  return (await queryRows(em, IS_POSTED, [id])).length > 0;
}

/**
 * Locks the inbox of an outgoing message, then reads it. Conversations move and are joined under this lock, and then change rows of
 * the outbox: the same order here. A conversation may have moved during the call.
 */
async function lockedRow(em: EntityManager, id: string): Promise<Outgoing | null> {
  const rows = em.getRepository(Outgoing);
  let before = await rows.findOneBy({ id });
  while (before) {
    await lockInbox(em, before.integrationId);
    const row = await rows.findOneBy({ id });
    if (row?.integrationId === before.integrationId) return row;
    before = row;
  }
  return null;
}
