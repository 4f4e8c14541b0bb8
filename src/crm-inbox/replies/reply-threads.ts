import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AccountComment } from '../../tiktok/index.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';
import { CommentAccounts } from './comment-accounts.js';
import { ReplyListing, type Thread } from './reply-listing.js';
import { earliest } from './reply-match.js';

interface Place {
  videoId: string | null;
  rootCommentId: string | null;
}

const PLACE = `
  SELECT video_id AS "videoId", root_comment_id AS "rootCommentId" FROM conversations WHERE id = $1`;

/** Where a conversation is at TikTok; undefined once it is gone. */
export async function placeOf(em: EntityManager, conversationId: string): Promise<Place | undefined> {
  const [place] = await queryRows<Place>(em, PLACE, [conversationId]);
  return place;
}

/** The threads of replies under the account's own posts, as the account sees them and as others do. */
@Injectable()
export class ReplyThreads {
  constructor(
    private readonly accounts: CommentAccounts,
    private readonly listing: ReplyListing,
    private readonly orgContext: OrgContext,
  ) {}

  /** @throws ConflictError if the account cannot write comments */
  async of({ conversationId, integrationId, targetId }: Outgoing): Promise<Thread> {
    const account = await this.accounts.of(integrationId);
    const place = await this.orgContext.transaction((em) => placeOf(em, conversationId));
    if (!place) throw new Error(`the conversation ${conversationId} of a reply is gone`);
    return { account, videoId: place.videoId ?? '', rootCommentId: place.rootCommentId ?? targetId };
  }

  /** A reply that only its author sees is missing in the public list, and says PUBLIC of itself. */
  async reach(outgoing: Outgoing): Promise<'public' | 'limited' | null> {
    const thread = await this.of(outgoing);
    const since = earliest(outgoing.sentAt ?? outgoing.createdAt);
    const isOurs = (one: AccountComment) => one.comment_id === outgoing.sentId;
    if ((await this.listing.since(thread, since, 'PUBLIC')).some(isOurs)) return 'public';
    const own = (await this.listing.since(thread, since, 'ALL')).find(isOurs);
    return own?.status === 'PUBLIC' ? 'limited' : null;
  }
}
