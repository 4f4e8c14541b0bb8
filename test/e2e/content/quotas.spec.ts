import { expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, ready, statusOf, untilStatus } from '../../support/publishing.js';
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

it('A post beyond the day’s limit says when it goes and why, and goes then', async () => {
  const tenant = await connector().tenant();
  for (const title of ['one', 'two']) {
    await untilStatus(tenant.api, await publish(tenant.api, { title, caption: title }), 'public');
  }
  const foreseen = await tenant.api.provider('validate-publication', {
    title: 'three',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
  });
  expect(foreseen.body).toMatchObject({
    ok: true,
    warnings: [{ rule: 'spam_risk_too_many_posts' }, { rule: 'media_facts_unknown' }],
    waitsFor: 'posts_per_day',
    waits: expect.stringMatching(/^Goes on .+ its 2 posts/),
  });

  const third = await publish(tenant.api, { caption: 'three' });
  await untilStatus(tenant.api, third, 'scheduled');
  const fourth = await publish(tenant.api, { caption: 'four' });
  await untilStatus(tenant.api, fourth, 'scheduled');

  const seen = await view(tenant, third);
  expect(seen).toMatchObject({ waitsFor: 'posts_per_day', publishAt: null });
  expect(seen.waits).toMatch(
    /^Goes on \d+ \w+ \d+ at \d\d:\d\d \(UTC\): the account has used its 2 posts of the last 24 hours\.$/,
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
  // There is room for both again, so they go side by side; that turns are kept where there is not is the gate's own test.
  const captions = (await posts(tenant)).map(({ caption }) => caption);
  expect(captions.toSorted()).toEqual(['four', 'one', 'three', 'two']);
});

it('A post that waits for room can be called off and edited', async () => {
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

it('When TikTok itself says that there is no room, people are told, and what is published meanwhile waits', async () => {
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
