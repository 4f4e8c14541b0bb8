import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { KnownComments, readListedComment, type MessageFact } from '../../../crm-inbox/index.js';
import { CommentApi, type BusinessAccount, type CommentPage } from '../../../tiktok/index.js';
import { isRefusedItem } from '../refused-item.js';
import { BarrenPages } from '../videos/barren-pages.js';
import type { ReplyPlace } from './comment-place.js';

const MAX_COUNT = 30;
// The most replies that a list shows beside their comment.
const MAX_INLINE = 3;

/** Facts of a page, and how the list continues. `cut`: it announces more, but leads nowhere. */
export interface ReadPage {
  facts: MessageFact[];
  /** Comments and replies that no list has shown before. */
  found: number;
  /** Lines without an id. */
  skipped: number;
  next: { kind: 'page'; cursor: number } | { kind: 'end' } | { kind: 'cut' };
}

/** Stores what has been read of a page, with the place where its replies continue. */
export type KeepFacts = (facts: MessageFact[], found: number, replies?: ReplyPlace) => Promise<void>;

interface Target {
  integrationId: string;
  videoId: string;
  cursor: number;
  replies?: ReplyPlace | undefined;
}

/** Reads comments of a video with all their replies. */
@Injectable()
export class CommentPages {
  constructor(
    private readonly comments: CommentApi,
    private readonly known: KnownComments,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a page of the list, newest first, and the replies that it leaves out. Those are kept as they come, because a call
   * for them may have to wait for the next minute: a page that started over each time would never end.
   */
  async read(account: BusinessAccount, target: Target, keep: KeepFacts): Promise<ReadPage> {
    const { integrationId, videoId, cursor } = target;
    const readAt = this.clock.now();
    const page = await this.comments.list(account, {
      video_id: videoId,
      include_replies: true,
      status: 'ALL',
      sort_field: 'create_time',
      sort_order: 'desc',
      cursor,
      max_count: MAX_COUNT,
    });
    const lines = linesOf(page);
    const threads = threadsOf(lines, { videoId, readAt });
    const before = await this.known.among(
      integrationId,
      threads.map(({ top }) => top.id),
    );
    for (const { top, first } of threads)
      if (!isComplete(top, first.length, before.get(top.id)))
        await this.keepReplies(account, { ...target, top, first }, keep);
    const facts = threads.flatMap(({ top, first }) => [top, ...first]);
    const found = await this.countNew(integrationId, facts);
    return { facts, found, skipped: lines.length - threads.length, next: nextOf(page, cursor) };
  }

  /** Reads comments again, with their first replies. TikTok omits those that it no longer shows. */
  async again(
    account: BusinessAccount,
    { integrationId, videoId, ids }: { integrationId: string; videoId: string; ids: readonly string[] },
  ): Promise<MessageFact[]> {
    const readAt = this.clock.now();
    const page = await this.comments.list(account, {
      video_id: videoId,
      comment_ids: ids,
      include_replies: true,
      status: 'ALL',
      max_count: MAX_COUNT,
    });
    const threads = threadsOf(linesOf(page), { videoId, readAt });
    const replies = threads.flatMap(({ first }) => first);
    const shown = [...threads.map(({ top }) => top), ...replies].map(({ id }) => id);
    const before = await this.known.among(integrationId, shown);
    const tops = threads.map(({ top, first }) =>
      isComplete(top, first.length, before.get(top.id)) ? top : withoutReplyCount(top),
    );
    // New replies are left to the list of the video, which reads on until it has found as many as its counter has risen by.
    return [...tops, ...replies.filter(({ id }) => before.has(id))];
  }

  /** The comment comes last: once its counter is stored, its replies count as read. */
  private async keepReplies(
    account: BusinessAccount,
    target: Target & { top: MessageFact; first: MessageFact[] },
    keep: KeepFacts,
  ): Promise<void> {
    const { integrationId, videoId, replies, top, first } = target;
    const store = async (facts: MessageFact[], cursor?: number): Promise<void> => {
      const place = cursor === undefined ? undefined : { rootId: top.id, cursor };
      await keep(facts, await this.countNew(integrationId, facts), place);
    };
    const from = replies?.rootId === top.id ? replies.cursor : 0;
    try {
      await this.listReplies(account, { rootId: top.id, videoId, from }, store);
    } catch (error) {
      // Deleted since the page was read, or its replies are refused. The other comments do not depend on it.
      if (!isRefusedItem(error)) throw error;
    }
    await store([...first, top]);
  }

  private async countNew(integrationId: string, facts: readonly MessageFact[]): Promise<number> {
    const ids = facts.map(({ id }) => id);
    const known = await this.known.among(integrationId, ids);
    return new Set(ids.filter((id) => !known.has(id))).size;
  }

  private async listReplies(
    account: BusinessAccount,
    { rootId, videoId, from }: { rootId: string; videoId: string; from: number },
    store: (facts: MessageFact[], cursor: number) => Promise<void>,
  ): Promise<void> {
    const barren = new BarrenPages();
    for (let cursor = from; ;) {
      const readAt = this.clock.now();
      const page = await this.comments.replies(account, {
        video_id: videoId,
        comment_id: rootId,
        status: 'ALL',
        sort_field: 'create_time',
        sort_order: 'desc',
        cursor,
        max_count: MAX_COUNT,
      });
      const read = linesOf(page).flatMap(
        (line) => readListedComment(line, { videoId, readAt, rootId }) ?? [],
      );
      const next = nextOf(page, cursor);
      await store(read, next.kind === 'page' ? next.cursor : cursor);
      if (next.kind !== 'page' || barren.endAfter(read.map(({ id }) => id))) return;
      cursor = next.cursor;
    }
  }
}

/** @param before the counter of replies when they were last read; undefined for a new comment */
function isComplete(top: MessageFact, listed: number, before: number | null | undefined): boolean {
  // Replies of a hidden comment are counted, and not listed.
  if (top.listed === 'hidden') return true;
  const total = top.figures.replies;
  if (total === null || total === undefined) return listed < MAX_INLINE;
  return listed >= total || before === total;
}

/** A page may be shorter than asked for, or empty, while there is more. A cursor that does not advance would repeat pages. */
function nextOf({ has_more: hasMore, cursor }: Partial<CommentPage>, before: number): ReadPage['next'] {
  if (hasMore !== true) return { kind: 'end' };
  const next = Number(cursor);
  return Number.isSafeInteger(next) && next > before ? { kind: 'page', cursor: next } : { kind: 'cut' };
}

/** A stored counter means that the replies are read. */
function withoutReplyCount(top: MessageFact): MessageFact {
  return { ...top, figures: { ...top.figures, replies: null } };
}

function linesOf(page: { comments?: unknown }): unknown[] {
  return Array.isArray(page.comments) ? page.comments : [];
}

function threadsOf(
  lines: readonly unknown[],
  place: { videoId: string; readAt: Date },
): { top: MessageFact; first: MessageFact[] }[] {
  return lines.flatMap((line) => {
    const top = readListedComment(line, place);
    return top ? { top, first: repliesIn(line, { ...place, rootId: top.id }) } : [];
  });
}

function repliesIn(line: unknown, place: Parameters<typeof readListedComment>[1]): MessageFact[] {
  const { reply_list: replies } = line as { reply_list?: unknown };
  return (Array.isArray(replies) ? replies : []).flatMap((reply) => readListedComment(reply, place) ?? []);
}
