import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, ready, soon, untilStatus } from '../../support/given/publications.js';
import { CHUNK, CREATOR_INFO, INIT, type Fault } from '../../support/sandbox-control.js';

const HOUR_MS = 3_600_000;
const PAGE = 'https://admin.example/posts/{publicationId}?org={organisationId}&account={integrationId}';
const connector = useConnector({
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    TIKTOK_VERIFIED_URLS: 'example.com',
    MEDIA_PUBLIC_URL: 'https://connector.example.com',
  },
});
afterEach(() => connector().sandbox.clearFaults());

interface Notice {
  kind: string;
  title: string;
  detail: string;
  actionUrl: string | null;
  subject: { type: string; id: string };
  affected: { kind: string; count: number; examples: string[] }[];
}

async function noticesOf({ api }: Tenant): Promise<Notice[]> {
  return (await api.get<{ items: Notice[] }>('/api/notifications')).body.items;
}

/** Skips the pauses between polls and attempts. */
async function failed({ api }: Tenant, publishId: string): Promise<void> {
  await soon(connector(), api, publishId, 'failed');
}

async function expectTold(tenant: Tenant, publishId: string, reason: RegExp, title = 'Saturday') {
  const notices = (await noticesOf(tenant)).filter(({ kind }) => kind === 'publication_failed');
  expect(notices).toMatchObject([
    {
      title: `@${tenant.username}: “${title}” was not posted`,
      detail: expect.stringMatching(reason),
      subject: { type: 'publication', id: publishId },
      actionUrl: `https://www.tiktok.com/@${tenant.username}`,
    },
  ]);
  expect(notices[0]?.detail).toContain(`“${title}” was not posted to TikTok for @${tenant.username}.`);
  expect(notices[0]?.detail).not.toMatch(/[a-z]+-(?:video|photo|publication|url)\b/);
}

/** Makes a scheduled post due. */
async function planned({ api }: Tenant): Promise<string> {
  const publishId = await ready(api, { title: 'Saturday' });
  const publishAt = new Date(Date.now() + HOUR_MS).toISOString();
  await api.provider('publish-video', { publishId, publishAt });
  await connector().database.query(
    'UPDATE publications SET publish_at = now(), wanted_at = now(), due_at = now() WHERE id = $1',
    [publishId],
  );
  await connector().hurry();
  return publishId;
}

const refused = (match: string, code: string): Fault[] => [
  { match, kind: 'error_code', code, status: 403, times: 1 },
];

describe('a notification of a failed post names the account, the reason and a link', () => {
  it.each<[string, Fault[], RegExp]>([
    ['the creator may not post', refused(CREATOR_INFO, 'spam_risk_user_banned_from_posting'), /appeal/],
    ['init is refused', refused(INIT, 'spam_risk_text'), /text|caption/i],
    ['the account has posted too often', refused(INIT, 'spam_risk_too_many_posts'), /posts/],
    ['the app has too many accounts', refused(INIT, 'reached_active_user_cap'), /number of posting users/],
    ['a scope is missing', refused(INIT, 'scope_not_authorized'), /connect the account again/i],
    ['its upload is refused', [{ match: CHUNK, kind: 'error_code', code: 'x', status: 400 }], /./],
  ])('when it is published now: %s', async (_why, faults, reason) => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault(...faults);
    const publishId = await publish(tenant.api, { title: 'Saturday' });

    await failed(tenant, publishId);

    await expectTold(tenant, publishId, reason);
  });

  it.each([
    ['frame_rate_check_failed', /frame/i],
    ['spam_risk_text', /text|caption/i],
    ['video_pull_failed', /fetch/i],
    ['internal', /TikTok/],
    ['auth_removed', /access|connect/i],
    ['publish_cancelled', /./],
  ])('when TikTok fails it during processing: %s', async (code, reason) => {
    const tenant = await connector().tenant({ failPostsWith: code });
    const publishId = await publish(tenant.api, { title: 'Saturday' });

    await soon(connector(), tenant.api, publishId, 'failed', 'cancelled');

    await expectTold(tenant, publishId, reason);
  });

  it('for drafts and photos', async () => {
    const drafts = await connector().tenant({ failPostsWith: 'duration_check_failed' });
    const photos = await connector().tenant({ failPostsWith: 'photo_pull_failed' });
    const draft = await publish(drafts.api, { title: 'Saturday', mode: 'draft', privacyLevel: undefined });
    const { body } = await photos.api.provider<{ publishId: string }>('init-photo-upload', {
      title: 'Saturday',
      photoUrls: ['https://media.example.com/1.jpg'],
      privacyLevel: 'PUBLIC_TO_EVERYONE',
    });
    await photos.api.provider('publish-photo', { publishId: body.publishId });

    await Promise.all([failed(drafts, draft), failed(photos, body.publishId)]);

    await expectTold(drafts, draft, /./);
    await expectTold(photos, body.publishId, /./);
  });

  it.each([
    ['TikTok refuses it afterwards', { failPostsWith: 'frame_rate_check_failed' }, /frame/i],
    ['it breaks a rule by then', { private: true }, /privacy|Everyone/],
  ])('when it was scheduled: %s', async (_why, account, reason) => {
    const tenant = await connector().tenant(account);
    const publishId = await planned(tenant);

    await untilStatus(tenant.api, publishId, 'failed');

    await expectTold(tenant, publishId, reason);
  });

  it('for each of two posts that fail for one limit', async () => {
    const tenant = await connector().tenant();
    const ids = [
      await ready(tenant.api, { title: 'Saturday' }),
      await ready(tenant.api, { title: 'Saturday' }),
    ];
    for (const publishId of ids) {
      await connector().sandbox.fault(...refused(INIT, 'spam_risk_too_many_posts'));
      await tenant.api.provider('publish-video', { publishId });
      await failed(tenant, publishId);
    }

    const notices = await noticesOf(tenant);
    const failures = notices.filter(({ kind }) => kind === 'publication_failed');
    expect(failures.map(({ subject }) => subject.id).toSorted()).toEqual(ids.toSorted());
    expect(notices.find(({ kind }) => kind === 'quota_reached')).toMatchObject({
      title: `@${tenant.username}: TikTok posting limit reached`,
      detail: expect.stringMatching(/“Saturday” for @.*Nothing was posted.*Retry this post/),
    });
  });
});

describe('a notification of an unknown outcome', () => {
  it('names the account, the next step and a link', async () => {
    const tenant = await connector().tenant();
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
    const publishId = await publish(tenant.api, { title: 'Saturday' });
    await soon(connector(), tenant.api, publishId, 'unknown');

    const notices = (await noticesOf(tenant)).find(({ kind }) => kind === 'publication_unknown');

    expect(notices).toMatchObject({
      title: `@${tenant.username}: was “Saturday” posted?`,
      actionUrl: `https://www.tiktok.com/@${tenant.username}`,
    });
    expect(notices?.detail).toMatch(/mark it as published; if it is not, publish it again/);
  });
});

describe('with an admin UI and without webhooks', () => {
  const withPages = useConnector({
    webhooks: false,
    environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', ADMIN_UI_PUBLICATION_URL: PAGE },
  });

  describe('the link of a notification about a post', () => {
    it('leads to the admin UI if its address is set', async () => {
      const tenant = await withPages().tenant({ failPostsWith: 'internal' });
      const publishId = await publish(tenant.api, { title: `${'Long '.repeat(25)}title` });
      await soon(withPages(), tenant.api, publishId, 'failed');

      const [notices] = await noticesOf(tenant);

      const { organisationId, integrationId } = tenant;
      expect(notices?.actionUrl).toBe(
        `https://admin.example/posts/${publishId}?org=${organisationId}&account=${integrationId}`,
      );
      expect(notices?.title).toMatch(/^@\w+: “Long .*…” was not posted$/);
      expect(notices?.title.length).toBeLessThanOrEqual(60);
    });
  });

  describe('the notification of an ended connection', () => {
    it('names posts that wait to be sent, and no unpublished posts', async () => {
      const tenant = await withPages().tenant();
      await ready(tenant.api, { title: 'Only prepared' });
      await tenant.api.provider('init-video-upload', { title: 'Without a file' });
      const publishId = await ready(tenant.api, { title: 'Saturday' });
      await withPages().sandbox.control('/tokens/revoke', { account: tenant.username, reason: 1 });
      await tenant.api.provider('publish-video', { publishId });
      await withPages().hurry();

      const notices = await eventually(async () =>
        (await noticesOf(tenant)).find(({ kind }) => kind === 'integration_expired'),
      );

      expect(notices.affected.find(({ kind }) => kind === 'publications')).toMatchObject({
        count: 1,
        examples: ['Saturday'],
      });
      expect(notices.detail).toContain('an admin opens the link');
      expect(notices.actionUrl).toEqual(expect.any(String));
    });
  });
});
