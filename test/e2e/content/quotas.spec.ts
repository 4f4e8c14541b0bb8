import { expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { INIT } from '../../support/sandbox-control.js';

const connector = useConnector({
  environment: { TIKTOK_POSTS_PER_DAY: '2' },
  sandbox: { limits: { postsPerDay: 2 } },
});
const DAY = 24 * 3_600;

type View = Record<string, unknown> & { goesAt: string | null };
const view = async ({ api }: Tenant, publishId: string) =>
  (await statusOf(api, publishId)) as unknown as View;
const posts = ({ username }: Tenant) => connector().sandbox.publicationsOf(username);

it('delays a post beyond the daily limit, explains why, and publishes it later', async () => {
  const tenant = await connector().tenant();
  for (const title of ['one', 'two']) {
    await untilStatus(tenant.api, await publish(tenant.api, { title, caption: title }), 'public');
  }
  const forecast = await tenant.api.provider('validate-publication', {
    title: 'three',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
  });
  expect(forecast.body).toMatchObject({
    ok: true,
    warnings: [{ rule: 'spam_risk_too_many_posts' }, { rule: 'media_facts_unknown' }],
    waitsFor: 'posts_per_day',
    waits: expect.stringMatching(/^Scheduled for .+ limit of 2 posts/),
  });

  const third = await publish(tenant.api, { caption: 'three' });
  await untilStatus(tenant.api, third, 'scheduled');
  const fourth = await publish(tenant.api, { caption: 'four' });
  await untilStatus(tenant.api, fourth, 'scheduled');

  const seen = await view(tenant, third);
  expect(seen).toMatchObject({ waitsFor: 'posts_per_day', publishAt: null });
  expect(seen.waits).toMatch(
    /^Scheduled for \d+ \w+ \d+ at \d\d:\d\d \(UTC\): the account has reached its limit of 2 posts in 24 hours\.$/,
  );
  expect(new Date(seen.goesAt ?? 0).getTime()).toBeGreaterThan(Date.now() + (DAY - 60) * 1000);
  expect(String((await view(tenant, fourth)).goesAt) > String(seen.goesAt)).toBe(true);
  expect(await posts(tenant)).toHaveLength(2);
  const { body } = await tenant.api.get<{ quotas: unknown[] }>(`/api/integrations/${tenant.integrationId}`);
  expect(body.quotas).toContainEqual({ quota: 'posts_per_day', used: 2, limit: 2, windowSeconds: DAY });

  await connector().sandbox.control('/clock', { advanceSeconds: DAY + 120 });
  connector().moveClock(DAY + 120);
  await connector().hurry();
  await untilStatus(tenant.api, third, 'public');
  await connector().hurry();
  await untilStatus(tenant.api, fourth, 'public');
  connector().moveClock(0);
  // Both fit again, so their order is not fixed. test/integration/quota-gate.spec.ts covers the order.
  const captions = (await posts(tenant)).map(({ caption }) => caption);
  expect(captions.toSorted()).toEqual(['four', 'one', 'three', 'two']);
});

it('allows editing and cancelling a post that waits for quota', async () => {
  const tenant = await connector().tenant();
  for (const n of [1, 2])
    await untilStatus(tenant.api, await publish(tenant.api, { caption: `${n}` }), 'public');
  const publishId = await publish(tenant.api);
  await untilStatus(tenant.api, publishId, 'scheduled');

  const edited = await tenant.api.provider('edit-publication', { publishId, caption: 'changed' });
  const cancelled = await tenant.api.provider('cancel-publication', { publishId });

  expect(edited).toMatchObject({ status: 200, body: { caption: 'changed', waitsFor: 'posts_per_day' } });
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled', waitsFor: null } });
});

it('notifies the organisation and delays other posts when TikTok reports a reached limit', async () => {
  const tenant = await connector().tenant();
  const code = 'spam_risk_too_many_posts';
  const publishId = await ready(tenant.api);
  await connector().sandbox.fault({ match: INIT, kind: 'error_code', code, status: 403, times: 1 });
  await tenant.api.provider('publish-video', { publishId });

  expect(await untilStatus(tenant.api, publishId, 'failed')).toMatchObject({ failCode: code });
  const next = await publish(tenant.api);
  await untilStatus(tenant.api, next, 'scheduled');

  expect(await view(tenant, next)).toMatchObject({ waitsFor: 'posts_per_day' });
  expect(await posts(tenant)).toEqual([]);
  const { body } = await tenant.api.get<{ items: { kind: string; detail: string }[] }>('/api/notifications');
  expect(body.items).toContainEqual(
    expect.objectContaining({
      kind: 'quota_reached',
      detail: expect.stringMatching(/Nothing was posted/),
    }),
  );
});
