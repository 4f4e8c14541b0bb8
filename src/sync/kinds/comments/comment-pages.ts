import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { KnownComments, readListedComment, type MessageFact } from '../../../crm-inbox/index.js';
import { CommentApi, type BusinessAccount, type CommentPage } from '../../../tiktok/index.js';
import { BarrenPages } from '../videos/barren-pages.js';

const MAX_COUNT = 30;

/** Facts of a page, and how the list continues. `cut`: it announces more, but leads nowhere. */
export interface ReadPage {
  facts: MessageFact[];
  /** Comments and replies that no list has shown before. */
  found: number;
  /** Lines without an id. */
  skipped: number;
  next: { kind: 'page'; cursor: number } | { kind: 'end' } | { kind: 'cut' };
}

/** Reads comments of a video with all their replies. */
@Injectable()
export class CommentPages {
  constructor(
    private readonly comments: CommentApi,
    private readonly known: KnownComments,
    private readonly clock: Clock,
  ) {}

  /** Reads a page of the list, newest first, and the replies that it leaves out. */
  async read(
    account: BusinessAccount,
    target: { integrationId: string; videoId: string; cursor: number },
  ): Promise<ReadPage> {
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
    const tops = lines.flatMap((line) => readListedComment(line, { videoId, readAt }) ?? []);
    const facts = [...tops];
    const before = await this.known.among(
      integrationId,
      tops.map(({ id }) => id),
    );
    for (const [index, line] of lines.entries()) {
      const top = readListedComment(line, { videoId, readAt });
      if (!top || lines.findIndex((one) => one === line) !== index) continue;
      facts.push(...(await this.repliesOf(account, top, replyList(line), before.get(top.id))));
    }
    const known = await this.known.among(
      integrationId,
      facts.map(({ id }) => id),
    );
    const found = new Set(facts.map(({ id }) => id).filter((id) => !known.has(id))).size;
    return { facts, found, skipped: lines.length - tops.length, next: nextOf(page, cursor) };
  }

  /** @param before the counter of replies when they were last read; undefined for a new comment */
  private async repliesOf(
    account: BusinessAccount,
    top: MessageFact,
    listed: readonly unknown[],
    before: number | null | undefined,
  ): Promise<MessageFact[]> {
    const { id: rootId, videoId, at: readAt } = top;
    if (videoId === null) return [];
    const first = listed.flatMap((line) => readListedComment(line, { videoId, readAt, rootId }) ?? []);
    const total = top.figures.replies ?? 0;
    // Replies of a hidden comment are counted, and not listed.
    const isComplete = first.length >= total || top.listed === 'hidden' || before === total;
    return isComplete ? first : [...first, ...(await this.listReplies(account, rootId, videoId))];
  }

  private async listReplies(
    account: BusinessAccount,
    rootId: string,
    videoId: string,
  ): Promise<MessageFact[]> {
    const facts: MessageFact[] = [];
    const barren = new BarrenPages();
    for (let cursor = 0; ;) {
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
      facts.push(...read);
      const next = nextOf(page, cursor);
      if (next.kind !== 'page' || barren.endAfter(read.map(({ id }) => id))) return facts;
      cursor = next.cursor;
    }
  }
}

/** A page may be shorter than asked for, or empty, while there is more. A cursor that does not advance would repeat pages. */
function nextOf({ has_more: hasMore, cursor }: Partial<CommentPage>, before: number): ReadPage['next'] {
  if (hasMore !== true) return { kind: 'end' };
  const next = Number(cursor);
  return Number.isSafeInteger(next) && next > before ? { kind: 'page', cursor: next } : { kind: 'cut' };
}

function linesOf(page: { comments?: unknown }): unknown[] {
  return Array.isArray(page.comments) ? page.comments : [];
}

function replyList(line: unknown): unknown[] {
  const { reply_list: replies } = line as { reply_list?: unknown };
  return Array.isArray(replies) ? replies : [];
}
