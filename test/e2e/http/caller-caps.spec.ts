import { describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { follow } from '../../support/given/consent.js';
import { callbackOf } from '../../support/given/family-consent.js';
import { begin } from '../../support/given/publications.js';

const connector = useConnector({
  environment: { MAX_UNFINISHED_POSTS: '3', RATE_LIMIT_WRITES: '0', TIKTOK_VERIFIED_URLS: 'example.com' },
});
const POST = { title: 'New product drop', privacyLevel: 'SELF_ONLY' };

async function count(api: ApiClient): Promise<number> {
  return (await api.get<PageBody<unknown>>('/api/publications?limit=200')).body.items.length;
}

describe('the limit of unfinished posts per organisation', () => {
  it('counts posts that wait for a file or for publishing, and says what to do', async () => {
    const { api } = await connector().tenant();
    const first = await begin(api);
    await begin(api, { mode: 'draft' });
    await begin(api, { videoUrl: 'https://media.example.com/a.mp4' });

    const refused = await api.provider<ProblemBody>('init-video-upload', POST);

    expect(refused).toMatchObject({ status: 409, body: { code: 'too_many_unfinished_posts' } });
    expect(refused.body.detail).toMatch(/3 unfinished posts.*Publish, schedule or cancel/);
    expect(await count(api)).toBe(3);
    const { api: other } = await connector().tenant();
    expect((await other.provider('init-video-upload', POST)).status).toBe(200);
    await api.provider('cancel-publication', { publishId: first.publishId });
    expect((await api.provider('init-video-upload', POST)).status).toBe(200);
  });

  it('rejects a retry above the limit and leaves nothing behind', async () => {
    const { api } = await connector().tenant();
    const { publishId } = await begin(api);
    await connector().database.query(`UPDATE publications SET status = 'failed' WHERE id = $1`, [publishId]);
    for (let n = 0; n < 3; n += 1) await begin(api);

    const refused = await api.provider<ProblemBody>('retry-publication', { publishId });

    expect(refused).toMatchObject({ status: 409, body: { code: 'too_many_unfinished_posts' } });
    expect(await count(api)).toBe(4);
  });

  it('is not exceeded much by concurrent calls', async () => {
    const { api } = await connector().tenant();

    const answers = await Promise.all(
      Array.from({ length: 40 }, () => api.provider('init-video-upload', POST)),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    // As many as there are connections to the database may look at the same moment.
    expect(await count(api)).toBeLessThanOrEqual(3 + connector().config.database.poolSize);
  });
});

describe('the limit of open consents per user', () => {
  it('ends the oldest consents with an explanation and keeps the newest', async () => {
    const { api, organisationId, username } = await connector().tenant();
    const callbacks: URL[] = [];
    for (const n of [0, 1]) {
      callbacks.push(await callbackOf('login', api, username));
      if (n === 0) for (let more = 0; more < 50; more += 1) await authUrl(api);
    }
    const [oldest, newest] = callbacks;

    const open = await connector().database.query(
      'SELECT 1 FROM oauth_states WHERE organisation_id = $1 AND used_at IS NULL AND expires_at > now()',
      [organisationId],
    );
    const late = await follow(oldest?.href ?? '');
    const good = await follow(newest?.href ?? '');

    expect(open).toHaveLength(50);
    expect(late.searchParams.get('code')).toBe('state_expired');
    expect(good.searchParams.get('status')).toBe('connected');
  });

  it('has a limit of its own for reconnects of one integration', async () => {
    const { api, integrationId, username } = await connector().tenant();
    const mine = await callbackOf('login', api, username);
    for (let n = 0; n < 30; n += 1) await authUrl(api, integrationId);

    const [row] = await connector().database.query<{ open: number }>(
      'SELECT count(*)::int AS open FROM oauth_states WHERE integration_id = $1 AND used_at IS NULL AND expires_at > now()',
      [integrationId],
    );

    expect(row?.open).toBe(10);
    expect((await follow(mine.href)).searchParams.get('status')).toBe('connected');
  });
});

async function authUrl(api: ApiClient, integrationId?: string): Promise<void> {
  const body = {
    scopes: ['video.list'],
    returnUrl: 'https://admin.example/',
    ...(integrationId && { integrationId }),
  };
  const { status } = await api.provider('get-auth-url', body);
  if (status !== 200) throw new Error(`get-auth-url answered ${status}`);
}
