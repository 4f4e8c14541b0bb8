import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { INBOX, type InboxConversation } from '../../support/given/inbox.js';

const connector = useConnector();
const LONGEST_MS = 2_000;

interface FoundPage {
  items: InboxConversation[];
  nextCursor?: string;
  searchedBackTo?: string;
}

/** Conversations of as many messages each, the first one the newest. Long texts make the search slow, as many conversations do. */
async function conversations(
  { organisationId, integrationId }: Tenant,
  { count, length, last, each = 1 }: { count: number; length: number; last: string; each?: number },
): Promise<void> {
  const { database } = connector();
  await database.query(
    `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
     SELECT new_id(), $1, $2, 'comment', '1', n::text, date_trunc('second', now()) - n * interval '1 minute'
     FROM generate_series(1, $3::int) AS n`,
    [organisationId, integrationId, count],
  );
  await database.query(
    `INSERT INTO messages (id, organisation_id, integration_id, conversation_id, comment_id, text, visibility, sent_at, changed_at)
     SELECT new_id(), c.organisation_id, c.integration_id, c.id, c.root_comment_id || '0' || n,
       CASE c.root_comment_id WHEN $2::text THEN $4 ELSE repeat('x', $3::int) END, 'public', c.last_message_at, now()
     FROM conversations c CROSS JOIN generate_series(1, $5::int) AS n WHERE c.integration_id = $1`,
    [integrationId, String(count), length, last, each],
  );
}

async function timed(tenant: Tenant, query: string): Promise<{ tookMs: number; page: FoundPage }> {
  const started = performance.now();
  const { status, body } = await tenant.api.get<FoundPage>(`${INBOX}?${query}`);
  expect(status).toBe(200);
  return { tookMs: performance.now() - started, page: body };
}

describe('GET /api/crm/conversations?q=', () => {
  it('answers in time with what it has found, and continues at its cursor', async () => {
    const tenant = await connector().tenant();
    await conversations(tenant, { count: 1_000, length: 400_000, last: 'a needle' });
    const pages: FoundPage[] = [];
    let cursor: string | undefined;
    do {
      const next = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { tookMs, page } = await timed(tenant, `q=NEEDLE${next}`);
      expect(tookMs).toBeLessThan(LONGEST_MS);
      pages.push(page);
      cursor = page.nextCursor;
    } while (cursor !== undefined);

    expect(pages.flatMap(({ items }) => items).map(({ rootCommentId }) => rootCommentId)).toEqual(['1000']);
    // Otherwise nothing was interrupted.
    expect(pages.length).toBeGreaterThan(1);
    const places = pages.slice(0, -1).map(({ searchedBackTo }) => searchedBackTo ?? '');
    expect(places).toEqual(places.toSorted().toReversed());
    expect(places.every((place) => !Number.isNaN(Date.parse(place)))).toBe(true);
    expect(pages.at(-1)).not.toHaveProperty('searchedBackTo');
  }, 60_000);

  it('ends where filters leave nothing more to search', async () => {
    const tenant = await connector().tenant();
    await conversations(tenant, { count: 50, length: 400_000, last: 'a needle' });
    const { page } = await timed(tenant, 'q=needle&status=closed');
    expect(page).toEqual({ items: [] });
  }, 30_000);

  it('names the filters if it gets no further', async () => {
    const tenant = await connector().tenant();
    await conversations(tenant, { count: 2, length: 1_000_000, last: 'a needle', each: 150 });
    const started = performance.now();
    const { status, body, headers } = await tenant.api.get<ProblemBody>(`${INBOX}?q=needle`);
    expect(performance.now() - started).toBeLessThan(LONGEST_MS);
    expect([status, body.code]).toEqual([503, 'search_too_slow']);
    expect(body.detail).toContain('integrationId');
    expect(headers.get('retry-after')).not.toBeNull();
  }, 60_000);

  it('fills pages of the asked size, each conversation once', async () => {
    const tenant = await connector().tenant();
    await conversations(tenant, { count: 30, length: 5, last: 'xxxxx' });
    const pages = await tenant.api.all<InboxConversation>(`${INBOX}?q=xxx`, 7);
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 7, 7, 2]);
    const ids = pages.flat().map(({ rootCommentId }) => Number(rootCommentId));
    expect(ids).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });
});
