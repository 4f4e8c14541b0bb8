import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';

const AUTHORIZE = 'POST /open_api/v1.3/tt_video/authorize/';

interface SparkPost {
  id: string;
  status: string;
  postId: string | null;
  identity: { type: string; id: string; name: string | null } | null;
  authorizedUntil: string | null;
  failCode: string | null;
}
interface OwnPost {
  postId: string;
  identity: { type: string; id: string };
}
interface Code {
  authCode: string;
  videoId: string;
  endsAt: string;
}

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

let tenant: AdTenant;
beforeAll(async () => {
  tenant = await adTenant(connector());
}, 30_000);
afterEach(() => connector().sandbox.clearFaults());

/** A creator with one post issues a code for it. */
async function issuedCode(): Promise<Code> {
  const username = `creator_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username, videos: 1 });
  return await connector().sandbox.control<Code>('/business/post-codes', { account: username });
}

const authorize = (authCode: string) =>
  tenant.api.post<SparkPost>('/api/ads/spark-posts', { accountId: tenant.accountId, authCode });

async function listed(): Promise<SparkPost[]> {
  const path = `/api/ads/spark-posts?accountId=${tenant.accountId}&limit=200`;
  return (await tenant.api.get<PageBody<SparkPost>>(path)).body.items;
}

describe('POST /api/ads/spark-posts', () => {
  it("authorises a creator's post and shows until when", async () => {
    const { authCode, videoId, endsAt } = await issuedCode();

    const { status, body } = await authorize(authCode);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'authorized',
      postId: videoId,
      identity: { type: 'AUTH_CODE', id: expect.any(String) },
    });
    expect(Math.abs(Date.parse(body.authorizedUntil ?? '') - Date.parse(endsAt))).toBeLessThan(1000);
    expect((await listed()).map(({ id }) => id)).toContain(body.id);
  });

  it('answers the same post for the same code, and asks TikTok once', async () => {
    const { authCode } = await issuedCode();
    const before = await connector().sandbox.calls(AUTHORIZE);

    const first = await authorize(authCode);
    const second = await authorize(authCode);

    expect(second.body.id).toBe(first.body.id);
    expect((await connector().sandbox.calls(AUTHORIZE)) - before).toBe(1);
  });

  it('looks an unconfirmed authorisation up when the code comes again', async () => {
    const { authCode } = await issuedCode();
    const before = await connector().sandbox.calls(AUTHORIZE);
    await connector().sandbox.fault({ match: AUTHORIZE, kind: 'lost_response', times: 1 });
    expect((await authorize(authCode)).status).toBe(503);

    const again = await authorize(authCode);

    expect(again).toMatchObject({ status: 200, body: { status: 'authorized' } });
    expect((await connector().sandbox.calls(AUTHORIZE)) - before).toBe(1);
  });

  it('keeps a refused code with the reason', async () => {
    const refused = await authorize('#no-such-code');

    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await listed()).toContainEqual(expect.objectContaining({ status: 'failed', failCode: '40002' }));
  });

  it('stores no code', async () => {
    const { authCode } = await issuedCode();
    await authorize(authCode);
    const rows = await connector().database.query(`SELECT to_jsonb(p)::text AS row FROM ad_spark_posts p`);
    expect(JSON.stringify(rows)).not.toContain(authCode.slice(1, 20));
  });
});

describe('GET /api/ads/spark-posts', () => {
  it('shows a code that the creator took back', async () => {
    const { authCode } = await issuedCode();
    const { body } = await authorize(authCode);
    await connector().sandbox.control('/business/post-codes/revoke', { authCode });

    const found = (await listed()).find(({ id }) => id === body.id);

    expect(found?.status).toBe('revoked');
  });

  it('answers the last known list when TikTok does not respond', async () => {
    const { authCode } = await issuedCode();
    const { body } = await authorize(authCode);
    const match = 'GET /open_api/v1.3/tt_video/list/';
    await connector().sandbox.fault({ match, kind: 'http500_html' });

    expect((await listed()).map(({ id }) => id)).toContain(body.id);
  });
});

describe('DELETE /api/ads/spark-posts/:id', () => {
  it('gives the authorisation up', async () => {
    const { authCode } = await issuedCode();
    const { body } = await authorize(authCode);

    const gone = await tenant.api.delete<SparkPost>(`/api/ads/spark-posts/${body.id}`);

    expect(gone).toMatchObject({ status: 200, body: { status: 'unbound' } });
    expect((await listed()).find(({ id }) => id === body.id)?.status).toBe('unbound');
  });

  it('hides posts of another organisation', async () => {
    const { body } = await authorize((await issuedCode()).authCode);
    const foreign = await connector().api().delete<ProblemBody>(`/api/ads/spark-posts/${body.id}`);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_spark_post' } });
  });
});

describe('GET /api/ads/spark-posts/own', () => {
  it('lists posts of the connected account, and of no other', async () => {
    await issuedCode();

    const { body } = await tenant.api.get<{ items: OwnPost[] }>(
      `/api/ads/spark-posts/own?accountId=${tenant.accountId}`,
    );

    expect(body.items.length).toBeGreaterThan(0);
    expect(new Set(body.items.map(({ identity }) => identity.type))).toEqual(new Set(['TT_USER']));
    expect(new Set(body.items.map(({ identity }) => identity.id)).size).toBe(1);
  });
});
