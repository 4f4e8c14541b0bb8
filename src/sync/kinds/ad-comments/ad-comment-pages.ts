import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../common/index.js';
import {
  CommentHomes,
  ConversationWriter,
  placementKey,
  readListedAdComment,
  type MessageFact,
  type ThreadHome,
} from '../../../crm-inbox/index.js';
import { callerOf, type AdAccountRef, type IntegrationRef } from '../../../integrations/index.js';
import { AdCommentApi } from '../../../tiktok/index.js';
import { daysToRead, type DueAdGroup } from './due-ad-groups.js';
import { PostHomes } from './post-homes.js';

/** A page of the comments of an ad group, sorted by the inboxes that they belong to. */
export interface ReadAdPage {
  homes: ReadonlyMap<string, MessageFact[]>;
  /** Comments that were not known to be in this ad group. */
  found: number;
  /** Lines without an id. */
  skipped: number;
  pages: number;
  /** When the oldest comment of the page was written; null if TikTok gives no time. */
  oldestAt: Date | null;
}

/** Reads and stores pages of the comments of an ad group. */
@Injectable()
export class AdCommentPages {
  constructor(
    private readonly api: AdCommentApi,
    private readonly posts: PostHomes,
    private readonly homes: CommentHomes,
    private readonly writer: ConversationWriter,
    private readonly clock: Clock,
  ) {}

  /** Reads a page, the newest comments first. */
  async read(account: AdAccountRef, group: DueAdGroup, page: number): Promise<ReadAdPage> {
    const readAt = this.clock.now();
    const { accountId, timeZone, integrationId } = account;
    const days = daysToRead(group, timeZone, readAt);
    const answer = await this.api.list(callerOf(account), { adGroupId: group.id, ...days, page });
    const owners = await this.posts.of(answer.comments);
    const listed = { accountId, id: group.id, name: group.name, campaignId: group.campaignId };
    const facts = answer.comments.flatMap((line) => {
      const fact = readListedAdComment(line, { group: listed, readAt, isOwnPost: false });
      if (!fact?.ad) return [];
      const owner = owners.get(fact.videoId ?? '');
      return [
        {
          home: owner ?? integrationId,
          fact: { ...fact, ad: { ...fact.ad, isOwnPost: owner !== undefined } },
        },
      ];
    });
    const ids = facts.map(({ fact }) => fact.id);
    const tagged = await this.homes.tagged(ids, placementKey({ accountId, adGroupId: group.id }));
    const homes = new Map<string, MessageFact[]>();
    for (const { home, fact } of facts) homes.set(home, [...(homes.get(home) ?? []), fact]);
    return {
      homes,
      found: new Set(ids.filter((id) => !tagged.has(id))).size,
      skipped: answer.comments.length - facts.length,
      pages: answer.pages,
      oldestAt: earliestOf(facts.flatMap(({ fact }) => fact.sentAt ?? [])),
    };
  }

  /** Moves conversations to accounts that were connected since. @returns false if there are none left */
  async bringHome(em: EntityManager, integrationId: string): Promise<boolean> {
    const strays = await this.posts.strays(em, integrationId);
    await this.homes.bringHome(em, strays);
    return strays.length > 0;
  }

  /** Stores a page in its inboxes, which are locked in one order. @param em of a transaction of the organisation */
  async store(
    em: EntityManager,
    { organisationId }: Pick<IntegrationRef, 'organisationId'>,
    { homes }: ReadAdPage,
  ): Promise<void> {
    const inOrder = [...homes].toSorted(([one], [other]) => (one < other ? -1 : 1));
    await this.homes.bringHome(
      em,
      inOrder.flatMap(([home, facts]) => threadsOf(home, facts)),
    );
    for (const [id, facts] of inOrder) await this.writer.apply(em, { id, organisationId }, facts);
  }
}

function earliestOf(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((one) => one.getTime())));
}

/** Each thread once. */
function threadsOf(home: string, facts: readonly MessageFact[]): ThreadHome[] {
  const threads = facts.map(({ id, threadKey, ad }): [string, ThreadHome] => {
    const key = threadKey ?? id;
    return [key, { threadKey: key, home, isOwnPost: ad?.isOwnPost === true }];
  });
  return [...new Map(threads).values()];
}
