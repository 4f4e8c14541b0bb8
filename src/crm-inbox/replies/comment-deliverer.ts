import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { CommentApi, wireId, type AccountComment, type NewComment } from '../../tiktok/index.js';
import type { Deliverer, Found } from '../outbox/deliverer.js';
import { Deliverers } from '../outbox/deliverers.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';
import { ConversationWriter } from '../store/conversation-writer.js';
import { replyFact } from './reply-fact.js';
import { earliest, matchOf } from './reply-match.js';
import { ReplyListing } from './reply-listing.js';
import { placeOf, ReplyThreads } from './reply-threads.js';
import { isSameText } from './same-text.js';

// Replies of a hidden comment are not listable. A webhook may have brought ours.
const HEARD = `
  SELECT comment_id, text FROM messages WHERE conversation_id = $1 AND sent_at >= $2 ORDER BY sent_at DESC LIMIT 30`;

/** Sends replies to comments on the account's own videos. */
@Injectable()
export class CommentDeliverer implements Deliverer, OnModuleInit {
  constructor(
    private readonly deliverers: Deliverers,
    private readonly threads: ReplyThreads,
    private readonly comments: CommentApi,
    private readonly listing: ReplyListing,
    private readonly writer: ConversationWriter,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.deliverers.register('comment_reply', this);
  }

  async prepare(outgoing: Outgoing): Promise<() => Promise<Found | undefined>> {
    const { account, videoId } = await this.threads.of(outgoing);
    const reply: NewComment & { comment_id: string } = {
      video_id: videoId,
      comment_id: outgoing.targetId,
      text: outgoing.content.text ?? '',
    };
    return async () => toFound(await this.comments.reply(account, reply));
  }

  async find(outgoing: Outgoing, taken: (ids: string[]) => Promise<Set<string>>): Promise<Found | undefined> {
    const sent = { text: outgoing.content.text ?? '', sentAt: outgoing.sentAt ?? outgoing.createdAt };
    const thread = await this.threads.of(outgoing);
    const listed = await this.listing.since(thread, earliest(sent.sentAt), 'ALL');
    const heard = await this.heardOf(outgoing, sent);
    const more = heard.length > 0 ? await this.listing.byIds(thread.account, thread.videoId, heard) : [];
    const candidates = [...listed, ...more];
    const match = matchOf(candidates, sent, await taken(candidates.map((one) => one.comment_id)));
    return match && toFound(match);
  }

  async store(em: EntityManager, outgoing: Outgoing, { sentId, data }: Found): Promise<void> {
    const { organisationId, integrationId, conversationId } = outgoing;
    const place = await placeOf(em, conversationId);
    const comment = { ...(data as AccountComment), comment_id: sentId };
    const fact = replyFact(outgoing, comment, { ...place, at: this.clock.now() });
    await this.writer.apply(em, { id: integrationId, organisationId }, [fact]);
  }

  reach(outgoing: Outgoing): Promise<'public' | 'limited' | null> {
    return this.threads.reach(outgoing);
  }

  private async heardOf(
    { conversationId }: Outgoing,
    { text, sentAt }: { text: string; sentAt: Date },
  ): Promise<string[]> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ comment_id: string; text: string | null }>(em, HEARD, [conversationId, earliest(sentAt)]),
    );
    return rows.filter((row) => isSameText(row.text ?? '', text)).map((row) => row.comment_id);
  }
}

/** @returns undefined for an answer without an id */
function toFound(comment: AccountComment | undefined): Found | undefined {
  const sentId = wireId(comment?.comment_id);
  return sentId === undefined ? undefined : { sentId, data: comment };
}
