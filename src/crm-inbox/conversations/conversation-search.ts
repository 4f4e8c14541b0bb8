import { Injectable } from '@nestjs/common';
import { UnavailableError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import type { ConversationsQuery } from './dto/conversations.query.js';
import { searchBatch, type SearchPlace } from './search-batch.js';

// A user waits at most 2 s. The last statement may begin just before this time is over.
const SEARCH_MS = 1_200;
// Batches grow to what takes this long, so that each one gives its connection back soon, and shrink after a timeout.
const BATCH_MS = 120;
const BATCH_TIMEOUT_MS = 250;
const LAST_TIMEOUT_MS = 600;
const FIRST_BATCH = 500;
const SHRINKS_BY = 10;
const GROWS_BY = 2;
const LARGEST_BATCH = 50_000;
const RETRY_AFTER_S = 10;

export interface Found {
  /** Ids of conversations, the most recently active first. */
  ids: string[];
  /** Where to continue, if the time was over before the search; undefined if it is complete or has enough matches. */
  stoppedAt: SearchPlace | undefined;
}

/**
 * Looks for a text in the messages of one conversation after the other, the most recently active first, for a bounded time. An index
 * of words would be no help: row-level security lets PostgreSQL use none for ILIKE.
 */
@Injectable()
export class ConversationSearch {
  constructor(private readonly orgContext: OrgContext) {}

  /**
   * @param wanted more matches than these are not looked for
   * @throws UnavailableError if the time was over before a single conversation was searched
   */
  async find(
    query: ConversationsQuery,
    { text, after, wanted }: { text: string; after: SearchPlace | undefined; wanted: number },
  ): Promise<Found> {
    const until = performance.now() + SEARCH_MS;
    const ids: string[] = [];
    let place = after;
    let size = FIRST_BATCH;
    while (performance.now() < until) {
      const started = performance.now();
      const missing = wanted - ids.length;
      const timeoutMs = size === 1 ? LAST_TIMEOUT_MS : BATCH_TIMEOUT_MS;
      const step = { query, text, after: place, size, wanted: missing, timeoutMs };
      const batch = await searchBatch(this.orgContext, step);
      if (!batch) {
        size = Math.max(1, Math.floor(size / SHRINKS_BY));
        continue;
      }
      ids.push(...batch.found);
      if (batch.count < size || ids.length >= wanted) return { ids, stoppedAt: undefined };
      place = batch.last;
      size = nextSize(size, performance.now() - started);
    }
    if (place === after) throw tooSlow();
    return { ids, stoppedAt: place };
  }
}

function nextSize(size: number, tookMs: number): number {
  const factor = Math.min(Math.max(BATCH_MS / tookMs, 1 / SHRINKS_BY), GROWS_BY);
  return Math.min(Math.max(Math.floor(size * factor), 1), LARGEST_BATCH);
}

function tooSlow(): UnavailableError {
  return new UnavailableError(
    'search_too_slow',
    'The search found nothing in time. Narrow it with status, unread, assignee, integrationId, kind or contactId, or retry later.',
    { retryAfterSeconds: RETRY_AFTER_S },
  );
}
