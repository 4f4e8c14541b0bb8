import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId, NotFoundError } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { IdempotentAnswers } from '../../idempotency/index.js';
import { Jobs } from '../../jobs/index.js';
import { toOutgoingView } from './dto/outgoing.view.js';
import type { QueuedReplyView, ReplyWarning } from './dto/queued-reply.view.js';
import { Outgoing } from './outgoing.entity.js';

// It may have moved into another inbox since it was read. The lock keeps it where it is until the row is committed.
const WHERE = 'SELECT integration_id AS "integrationId" FROM conversations WHERE id = $1 FOR KEY SHARE';

/** What a user sends, and where to. */
export type NewOutgoing = Pick<
  Outgoing,
  'integrationId' | 'conversationId' | 'messageId' | 'kind' | 'targetId' | 'content' | 'createdBy'
> & {
  /** The one that it sends again. That one is sent again once at most. */
  retryOf: string | null;
};

/** Commits what users write, with the answer to their call. The worker sends it. */
@Injectable()
export class OutgoingQueue {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly answers: IdempotentAnswers,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * @param before runs in the transaction, before the row is written; what it throws keeps the row away
   * @returns the row, or the earlier one of the same `retryOf`
   */
  async add(
    { retryOf, ...outgoing }: NewOutgoing,
    before: (em: EntityManager) => Promise<ReplyWarning[]>,
  ): Promise<QueuedReplyView> {
    const id = newId();
    const { organisationId } = this.orgContext;
    const view = await this.orgContext.transaction(async (em) => {
      const [place] = await queryRows<{ integrationId: string }>(em, WHERE, [outgoing.conversationId]);
      if (!place) throw new NotFoundError('unknown_conversation', GONE);
      const warnings = await before(em);
      const rows = em.getRepository(Outgoing);
      await rows
        .createQueryBuilder()
        .insert()
        .values({
          ...outgoing,
          ...place,
          id,
          organisationId,
          retryOf,
          status: 'queued',
          dueAt: this.clock.now(),
        })
        .orIgnore()
        .execute();
      const row = await rows.findOneByOrFail(retryOf === null ? { id } : { retryOf });
      const queued: QueuedReplyView = { ...toOutgoingView(row), warnings };
      await this.answers.keep(em, queued);
      return queued;
    });
    await this.jobs.wake('crm-outbox', view.id);
    return view;
  }
}

const GONE = 'The conversation has just become a part of another one. Reload the inbox and answer there.';
