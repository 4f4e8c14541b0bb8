import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { queryRows } from '../../database/index.js';
import { AdCommentApi, wireId, type AdComment } from '../../tiktok/index.js';
import type { AdPlacement } from '../facts/ad-placement.js';
import type { Deliverer, Found } from '../outbox/deliverer.js';
import { Deliverers } from '../outbox/deliverers.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';
import { ConversationWriter } from '../store/conversation-writer.js';
import { type AdAnswer, cannotAnswer } from './ad-answer.js';
import { adReplyFact } from './ad-reply-fact.js';
import { AdThreadListing } from './ad-thread-listing.js';
import { AdWays } from './ad-ways.js';
import { adMatchOf } from './ad-reply-match.js';
import { earliest } from './reply-match.js';
import { ReplyThreads } from './reply-threads.js';

// Several ads may show a post. A list that was read meanwhile may have named another one.
const PLACES = `
  SELECT one AS place FROM messages m CROSS JOIN LATERAL jsonb_array_elements(m.ads) AS one
  WHERE m.conversation_id = $1 AND one->>'accountId' = $2 ORDER BY (one->>'adId' IS DISTINCT FROM $3), m.sent_at LIMIT 1`;

/** Sends replies to comments on ads through the ad account. */
@Injectable()
export class AdReplyDeliverer implements Deliverer, OnModuleInit {
  constructor(
    private readonly deliverers: Deliverers,
    private readonly ways: AdWays,
    private readonly comments: AdCommentApi,
    private readonly listing: AdThreadListing,
    private readonly threads: ReplyThreads,
    private readonly writer: ConversationWriter,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.deliverers.register('ad_comment_reply', this);
  }

  async prepare(outgoing: Outgoing): Promise<() => Promise<Found | undefined>> {
    const { accountId, ...ad } = adOf(outgoing);
    const caller = await this.ways.callerOf(accountId);
    const reply = { ...ad, comment_id: outgoing.targetId, text: outgoing.content.text ?? '' };
    return async () => {
      const answer = await this.comments.reply(caller, reply);
      return toFound(answer);
    };
  }

  /** The replies of the thread tell what became of a call whose answer was lost. */
  async find(outgoing: Outgoing, taken: (ids: string[]) => Promise<Set<string>>): Promise<Found | undefined> {
    const caller = await this.ways.callerOf(adOf(outgoing).accountId);
    const sent = { text: outgoing.content.text ?? '', sentAt: outgoing.sentAt ?? outgoing.createdAt };
    const listed = await this.listing.since(caller, outgoing.targetId, earliest(sent.sentAt));
    const ids = listed.flatMap((one) => wireId(one.comment_id) ?? []);
    return toFound(adMatchOf(listed, sent, await taken(ids)));
  }

  async store(em: EntityManager, outgoing: Outgoing, { sentId, data }: Found): Promise<void> {
    const { organisationId, integrationId, conversationId } = outgoing;
    const { accountId, ad_id } = adOf(outgoing);
    const [row] = await queryRows<{ place: AdPlacement }>(em, PLACES, [conversationId, accountId, ad_id]);
    if (!row) return;
    const found = { id: sentId, comment: data as Partial<AdComment> };
    const fact = adReplyFact(outgoing, found, { ad: row.place, at: this.clock.now() });
    await this.writer.apply(em, { id: integrationId, organisationId }, [fact]);
  }

  /** Only the account that owns the post can list comments as others see them: TikTok has no such list of comments on ads. */
  async reach(outgoing: Outgoing): Promise<'public' | 'limited' | null> {
    return (await this.ways.isOwnPost(outgoing.conversationId)) ? await this.threads.reach(outgoing) : null;
  }
}

/** @throws ConflictError for a row without its ad, which is a bug */
function adOf({ content }: Outgoing): AdAnswer {
  if (!content.ad) throw cannotAnswer('no_ad');
  return content.ad;
}

/** @returns undefined for an answer without an id */
function toFound(comment: AdComment | undefined): Found | undefined {
  const sentId = wireId(comment?.comment_id);
  return sentId === undefined ? undefined : { sentId, data: comment };
}
