import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, ConflictError, isId, NotFoundError, type Page, type PageQuery } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, OrgLists, queryRows, type ListOf } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { toOutgoingView, type OutgoingView } from '../outbox/dto/outgoing.view.js';
import type { QueuedReplyView } from '../outbox/dto/queued-reply.view.js';
import { OutgoingQueue } from '../outbox/outgoing-queue.js';
import { Outgoing } from '../outbox/outgoing.entity.js';
import { actionOf } from '../outbox/status-text.js';
import { DirectMessages } from '../sending/direct-messages.service.js';
import type { ReplyDto } from './dto/reply.dto.js';
import { ReplyRoutes } from './reply-routes.js';
import { checkReplyText } from './reply-text.js';
import { ReplyTargets, type ReplyTarget } from './reply-target.js';

const NEWEST_FIRST: ListOf<Outgoing> = {
  entity: Outgoing,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

// TikTok publishes no number.
const SIMILAR = 3;
const SAME_WITHIN_AN_HOUR = `
  SELECT count(*)::int AS count FROM crm_outbox
  WHERE integration_id = $1 AND content->>'text' = $2 AND created_at > now() - interval '1 hour' AND status <> 'failed'`;

/** Queues replies, and shows what became of them. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly lists: OrgLists,
    private readonly targets: ReplyTargets,
    private readonly routes: ReplyRoutes,
    private readonly direct: DirectMessages,
    private readonly queued: OutgoingQueue,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Commits a reply. The outbox sends it. @throws UnfitInputError, NotFoundError, ConflictError */
  async reply(
    conversationId: string,
    { text, messageId }: ReplyDto,
    userId: string,
  ): Promise<QueuedReplyView> {
    if ((await this.targets.kindOf(conversationId)) === 'message')
      return await this.direct.send(conversationId, { text, quotedMessageId: messageId }, userId);
    checkReplyText(text, this.config.crm.replyMaxLength);
    const target = await this.targets.of(conversationId, messageId);
    return await this.queue(target, { text, userId });
  }

  /** Newest first. @throws NotFoundError */
  async list(conversationId: string, query: PageQuery): Promise<Page<OutgoingView>> {
    await this.targets.assertKnown(conversationId);
    return await this.lists.page(NEWEST_FIRST, query, toOutgoingView, [
      ['conversation_id = ?', conversationId],
    ]);
  }

  /** @throws NotFoundError */
  async get(conversationId: string, replyId: string): Promise<OutgoingView> {
    return toOutgoingView(await this.find(conversationId, replyId));
  }

  /** Looks for a reply whose answer was lost. Changes nothing for any other one. @throws NotFoundError */
  async check(conversationId: string, replyId: string): Promise<OutgoingView> {
    const { id, status } = await this.find(conversationId, replyId);
    if (status === 'unknown') {
      await this.orgContext.transaction((em) =>
        em.getRepository(Outgoing).update({ id, status }, { dueAt: this.clock.now(), settledAt: null }),
      );
      await this.jobs.wake('crm-outbox', id);
    }
    return await this.get(conversationId, replyId);
  }

  /**
   * Sends a reply again as a new one, after a user has seen that it is missing on TikTok. Called again, it returns the same one.
   * @throws NotFoundError; ConflictError while it may still arrive, or if it was posted
   */
  async retry(conversationId: string, replyId: string, userId: string): Promise<QueuedReplyView> {
    const earlier = await this.find(conversationId, replyId);
    const action = actionOf(earlier);
    if (action !== 'retry' && action !== 'check') throw new ConflictError('reply_not_failed', NOT_FAILED);
    if (earlier.kind === 'direct_message') return await this.direct.resend(earlier, userId);
    const target = await this.targets.of(conversationId, earlier.messageId ?? undefined);
    return await this.queue(target, { text: earlier.content.text ?? '', userId, retryOf: earlier.id });
  }

  private async queue(
    target: ReplyTarget,
    { text, userId, retryOf = null }: { text: string; userId: string; retryOf?: string | null },
  ): Promise<QueuedReplyView> {
    const { kind, targetId, ad } = await this.routes.of(target);
    const outgoing = {
      integrationId: target.integrationId,
      conversationId: target.conversationId,
      messageId: target.messageId,
      kind,
      targetId,
      content: { text, ...(ad && { ad }) },
      createdBy: userId,
      retryOf,
    };
    return await this.queued.add(outgoing, async (em) =>
      (await this.isSimilar(em, target.integrationId, text)) ? ['similar_replies'] : [],
    );
  }

  private async isSimilar(em: EntityManager, integrationId: string, text: string): Promise<boolean> {
    const [row] = await queryRows<{ count: number }>(em, SAME_WITHIN_AN_HOUR, [integrationId, text]);
    return (row?.count ?? 0) >= SIMILAR;
  }

  private async find(conversationId: string, id: string): Promise<Outgoing> {
    const row =
      isId(conversationId) &&
      isId(id) &&
      (await this.orgContext.transaction((em) =>
        em.getRepository(Outgoing).findOneBy({ id, conversationId }),
      ));
    if (!row) throw new NotFoundError('unknown_reply', 'There is no such reply in this conversation.');
    return row;
  }
}

const NOT_FAILED =
  'Only a reply that failed, or whose outcome stayed unknown, can be sent again. Read its status first.';
