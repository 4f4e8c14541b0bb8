import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AppConfig } from '../../src/config/index.js';
import { PublicationMedia } from '../../src/content/post/publication-media.entity.js';
import { Publication } from '../../src/content/post/publication.entity.js';
import { QuotaGate } from '../../src/content/quotas/quota-gate.js';
import { QuotaLedger } from '../../src/content/quotas/quota-ledger.js';
import { QuotaPlan } from '../../src/content/quotas/quota-plan.js';
import type { IntegrationRef } from '../../src/integrations/index.js';
import { MovableClock } from '../support/movable-clock.js';
import { insertRows } from '../support/given/organisation-rows.js';
import { useServiceDatabase } from '../support/service-database.js';

const service = useServiceDatabase({ poolSize: 20, entities: [Publication, PublicationMedia] });
const HOUR = 3_600;
const DAY = 24 * HOUR;

let clock: MovableClock;
let openId: string;
beforeEach(async () => {
  clock = new MovableClock();
  openId = `account-${randomUUID()}`;
  await service().database.query('DELETE FROM publication_media');
  await service().database.query('DELETE FROM publications');
});

/** Builds a gate like another process: only the database is shared. */
function gate({
  postsPerDay = 1_000,
  activeUsersPerDay,
}: {
  postsPerDay?: number;
  activeUsersPerDay?: number;
}) {
  const config = {
    quotas: { postsPerDay, activeUsersPerDay },
    tiktok: { keepsRateLimits: true },
  } as AppConfig;
  const plan = new QuotaPlan(config, service().system, new QuotaLedger(), clock);
  return new QuotaGate(config, service().system, plan, clock);
}

/** Connects the account in a new organisation. */
async function connect(account = openId): Promise<IntegrationRef> {
  const { organisationId, integrationId, credentialId } = await insertRows(service().database);
  await service().database.query('UPDATE integrations SET open_id = $2 WHERE id = $1', [
    integrationId,
    account,
  ]);
  return { id: integrationId, organisationId, credentialId, openId: account } as IntegrationRef;
}

/** A post that was requested some seconds ago and is about to start. */
async function wanted(
  of: IntegrationRef,
  seconds = 0,
  mode = 'direct',
  sentAgo?: number,
): Promise<Publication> {
  const id = randomUUID();
  const [row] = await service().database.query<{ wanted_at: Date }>(
    `INSERT INTO publications (id, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
       allow_duet, allow_stitch, status, created_by, wanted_at, init_sent_at)
     VALUES ($1, $2, $3, 'video', $4, 't', 'c', 'SELF_ONLY', false, false, false,
       CASE WHEN $6::int IS NULL THEN 'publishing' ELSE 'processing' END, 'tester', now() - make_interval(secs => $5),
       now() - make_interval(secs => $6))
     RETURNING wanted_at`,
    [id, of.organisationId, of.id, mode, seconds, sentAgo ?? null],
  );
  return { id, mode, wantedAt: row?.wanted_at, createdAt: row?.wanted_at } as Publication;
}

async function stateOf({ id }: Publication) {
  const [row] = await service().database.query<{
    status: string;
    waits_for: string | null;
    goes_in: number | null;
  }>(
    `SELECT status, waits_for, round(extract(epoch FROM goes_at - now()) / 60)::int AS goes_in
     FROM publications WHERE id = $1`,
    [id],
  );
  return row;
}

describe('QuotaGate', () => {
  it('assigns each slot once to fifty concurrent posts of two organisations and processes', async () => {
    const [one, two] = [await connect(), await connect()];
    // Long enough ago for the per-minute limit.
    for (let n = 0; n < 12; n += 1) await wanted(one, HOUR, 'direct', HOUR);
    const posts = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => ({
        post: await wanted(n % 2 ? one : two),
        of: n % 2 ? one : two,
      })),
    );
    const [even, odd] = [gate({ postsPerDay: 15 }), gate({ postsPerDay: 15 })];

    const entered = await Promise.all(
      posts.map(({ post, of }, n) => (n % 2 ? odd : even).enter(post, of, 'open_api')),
    );

    expect(entered.filter(Boolean)).toHaveLength(3);
    const states = await Promise.all(posts.map(({ post }) => stateOf(post)));
    expect(
      states.filter((row) => row?.status === 'scheduled' && row.waits_for === 'posts_per_day'),
    ).toHaveLength(47);
    // Twelve slots are free in 23 hours, three in a day, and then the cycle repeats.
    const minutes = states.flatMap((row) => row?.goes_in ?? []).toSorted((a, b) => a - b);
    expect(minutes[0]).toBeLessThanOrEqual(23 * 60 + 2);
    expect(minutes[46]).toBeGreaterThan(2 * 24 * 60);
  });

  it('gives slots to the oldest request first', async () => {
    const account = await connect();
    const late = await wanted(account, 10);
    const early = await wanted(account, 600);
    await wanted(account, HOUR, 'direct', DAY - HOUR);
    const quotaGate = gate({ postsPerDay: 1 });
    for (const post of [late, early]) expect(await quotaGate.hasRoom(post, account)).toBe(false);
    clock.offsetSeconds = 2 * HOUR;
    await service().database.query(`UPDATE publications SET status = 'publishing' WHERE id = $1`, [late.id]);

    expect(await quotaGate.enter(late, account, 'open_api')).toBe(false);
    await service().database.query(`UPDATE publications SET status = 'publishing' WHERE id = $1`, [early.id]);
    expect(await quotaGate.enter(early, account, 'open_api')).toBe(true);
  });

  it('frees the slot of a failed post', async () => {
    const account = await connect();
    const before = await wanted(account, 0, 'direct', HOUR);
    const post = await wanted(account);
    await service().database.query(`UPDATE publications SET status = 'failed' WHERE id = $1`, [before.id]);

    expect(await gate({ postsPerDay: 1 }).enter(post, account, 'open_api')).toBe(true);
  });
});

it('starts a post once, and never after it was cancelled', async () => {
  const account = await connect();
  const [post, off] = [await wanted(account), await wanted(account)];
  await service().database.query(`UPDATE publications SET status = 'cancelled' WHERE id = $1`, [off.id]);
  const quotaGate = gate({});

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => quotaGate.enter(post, account, 'open_api')),
  );

  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await quotaGate.enter(off, account, 'open_api')).toBe(false);
});

it('starts six posts per minute and delays the seventh by a minute', async () => {
  const account = await connect();
  const posts = await Promise.all(Array.from({ length: 7 }, () => wanted(account)));
  const quotaGate = gate({});

  for (const post of posts.slice(0, 6)) expect(await quotaGate.enter(post, account, 'open_api')).toBe(true);
  expect(await quotaGate.enter(posts[6] as Publication, account, 'open_api')).toBe(false);

  expect(await stateOf(posts[6] as Publication)).toMatchObject({ waits_for: 'init_rate', goes_in: 1 });
});

it('allows five pending drafts and does not count posted ones', async () => {
  const account = await connect();
  const drafts = await Promise.all(Array.from({ length: 5 }, () => wanted(account, HOUR, 'draft', HOUR)));
  const post = await wanted(account, 0, 'draft');
  const quotaGate = gate({});

  expect(await quotaGate.enter(post, account, 'open_api')).toBe(false);
  expect(await stateOf(post)).toMatchObject({ waits_for: 'pending_drafts', goes_in: 23 * 60 + 1 });
  await service().database.query(`UPDATE publications SET status = 'published' WHERE id = $1`, [
    drafts[0]?.id,
  ]);
  await service().database.query(`UPDATE publications SET status = 'publishing' WHERE id = $1`, [post.id]);

  expect(await quotaGate.enter(post, account, 'open_api')).toBe(true);
});

it('allows five of ten concurrent accounts, across two processes, and lets those post again', async () => {
  const accounts = await Promise.all(Array.from({ length: 10 }, (_, n) => connect(`${openId}-${n}`)));
  const [even, odd] = [gate({ activeUsersPerDay: 5 }), gate({ activeUsersPerDay: 5 })];
  const post = async (of: IntegrationRef, n: number) =>
    await (n % 2 ? odd : even).enter(await wanted(of), of, 'open_api');

  const first = await Promise.all(accounts.map(post));
  const second = await Promise.all(accounts.map(post));

  expect(first.filter(Boolean)).toHaveLength(5);
  expect(second).toEqual(first);
});
