import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { OrgContext } from '../../../src/database/index.js';
import { AffectedWorkRegistry } from '../../../src/notifications/index.js';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { begin, ready, statusOf, untilStatus } from '../../support/publishing.js';

const connector = useConnector();
const HOUR = 3_600;

let tenant: Tenant;
let publishId: string;
beforeEach(async () => {
  tenant = await connector().tenant();
  publishId = await ready(tenant.api);
});
afterEach(() => connector().moveClock(0));

/** Returns the ISO time some seconds from now, in whole seconds. */
function inSeconds(seconds: number): string {
  return `${new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

const order = (body: object = {}, api = tenant.api) =>
  api.provider<ProblemBody & Record<string, unknown>>('publish-video', { publishId, ...body });
const fieldsIn = ({ body }: { body: ProblemBody }) => body.errors?.map(({ field }) => field);
const posts = () => connector().sandbox.publicationsOf(tenant.username);

async function passes(seconds: number): Promise<void> {
  connector().moveClock(seconds);
  await connector().hurry();
}

/** Disconnects the account at the planned time. @param late hours until the account is connected again */
async function missed(late: number): Promise<void> {
  const { database, sandbox } = connector();
  await order({ publishAt: inSeconds(HOUR) });
  await sandbox.control('/tokens/revoke', { account: tenant.username });
  await database.query(
    `UPDATE credentials SET access_expires_at = now() WHERE subject = (SELECT open_id FROM integrations WHERE id = $1)`,
    [tenant.integrationId],
  );
  await passes(HOUR + 1);
  await eventually(async () => (await statusOf(tenant.api, publishId)).failCode === 'reconnect_needed');
  connector().moveClock(0);
  await database.query(
    `UPDATE publications SET publish_at = date_trunc('second', now()) - make_interval(hours => $2) WHERE id = $1`,
    [publishId, late],
  );
  await connector().connect(tenant.api, { account: tenant.username });
}

describe('scheduled post', () => {
  it('waits for its time and is then published', async () => {
    const publishAt = inSeconds(2 * HOUR);
    const answer = await order({ publishAt, timeZone: 'Europe/Berlin' });

    expect(answer).toMatchObject({
      status: 202,
      body: { status: 'scheduled', waitsFor: 'publish_at', timeZone: 'Europe/Berlin' },
    });
    expect(new Date(String(answer.body.goesAt))).toEqual(new Date(publishAt));
    expect(answer.body.waits).toMatch(/^Scheduled for \d+ \w+ \d+ at \d\d:\d\d \(Europe\/Berlin\)\.$/);
    await passes(HOUR);
    await connector().hurry();
    expect(await posts()).toEqual([]);
    await passes(2 * HOUR + 1);

    // The check of an hour ago can still hold the post and postpone it.
    await eventually(async () => {
      await connector().hurry();
      return (await statusOf(tenant.api, publishId)).status === 'public';
    });
    expect(await posts()).toHaveLength(1);
  });

  it('reads a local time in its time zone', async () => {
    const day = new Date(Date.now() + 40 * 24 * HOUR * 1000).toISOString().slice(0, 10);

    const { body } = await order({ publishAt: `${day}T10:00`, timeZone: 'Asia/Kolkata' });

    expect(body.publishAt).toBe(`${day}T04:30:00.000Z`);
    expect(body.waits).toContain('at 10:00 (Asia/Kolkata)');
  });

  it.each([
    ['a time in the past', { publishAt: inSeconds(-60) }, ['publishAt'], /in the past/],
    ['a time more than a year ahead', { publishAt: inSeconds(367 * 24 * HOUR) }, ['publishAt'], /366 days/],
    [
      'a time without offset and zone',
      { publishAt: '2027-01-01T10:00' },
      ['publishAt'],
      /offset .* or be sent with/,
    ],
    [
      'a time that the clocks skip',
      { publishAt: '2027-03-28T02:30', timeZone: 'Europe/Berlin' },
      ['publishAt'],
      /does not exist/,
    ],
    ['an unknown zone', { publishAt: inSeconds(60), timeZone: 'Mars/Olympus' }, ['timeZone'], /IANA/],
    ['a zone without a time', { timeZone: 'Europe/Berlin' }, ['timeZone'], /only allowed with publishAt/],
    ['a time that is not text', { publishAt: 5 }, ['publishAt'], /string/],
  ])('rejects %s and names the field', async (_case, body, fields, words) => {
    const answer = await order(body);

    expect(answer.status).toBe(400);
    expect(fieldsIn(answer)).toEqual(fields);
    expect(answer.body.detail).toMatch(words);
    expect((await statusOf(tenant.api, publishId)).status).toBe('ready');
  });

  it('accepts a repeated request for the same time and rejects another time', async () => {
    const publishAt = inSeconds(HOUR);
    await order({ publishAt });

    expect(await order({ publishAt })).toMatchObject({ status: 202, body: { status: 'scheduled' } });
    for (const other of [{}, { publishAt: inSeconds(2 * HOUR) }])
      expect(await order(other)).toMatchObject({ status: 409, body: { code: 'scheduled_already' } });
  });

  it('returns the status for a repeated request after publishing', async () => {
    const publishAt = inSeconds(60);
    await order({ publishAt });
    await passes(61);
    await untilStatus(tenant.api, publishId, 'public');

    connector().moveClock(120);
    expect(await order({ publishAt })).toMatchObject({ status: 202, body: { status: 'public' } });
    expect(await posts()).toHaveLength(1);
  });

  it('is published once after fifty concurrent requests for different times', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => order(n % 2 === 0 ? {} : { publishAt: inSeconds(n + 60) })),
    );
    await passes(HOUR);

    await untilStatus(tenant.api, publishId, 'public');
    expect(await posts()).toHaveLength(1);
  });

  it('requires its file first', async () => {
    const { publishId: empty } = await begin(tenant.api);

    const answer = await tenant.api.provider('publish-video', {
      publishId: empty,
      publishAt: inSeconds(HOUR),
    });

    expect(answer).toMatchObject({ status: 409, body: { code: 'upload_missing' } });
  });
});

it('records who consented to publishing and when', async () => {
  const before = (await statusOf(tenant.api, publishId)) as unknown as Record<string, unknown>;
  expect(before).toMatchObject({ consentedAt: null, consentedBy: null });
  const asked = Date.now();

  await order({ publishAt: inSeconds(HOUR) });

  const after = (await statusOf(tenant.api, publishId)) as unknown as Record<string, unknown>;
  expect(after.consentedBy).toBe('tester');
  expect(new Date(String(after.consentedAt)).getTime()).toBeGreaterThanOrEqual(asked);
});

it('returns all fields of a publication and its status text', async () => {
  await connector().database.query('UPDATE integrations SET username = $2 WHERE id = $1', [
    tenant.integrationId,
    tenant.username,
  ]);
  await order();

  const { postIds } = await untilStatus(tenant.api, publishId, 'public');

  expect(postIds).toEqual([expect.stringMatching(/^\d{19}$/)]);
  expect(await statusOf(tenant.api, publishId)).toMatchObject({
    kind: 'video',
    mode: 'direct',
    title: 'New product drop',
    caption: 'Check out our spring collection #springfashion',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    integrationId: tenant.integrationId,
    publishAt: null,
    goesAt: null,
    waitsFor: null,
    createdBy: 'tester',
    statusText: 'Public on TikTok.',
    media: [{ position: 0, source: 'upload', mediaType: 'video/mp4', sizeBytes: expect.any(Number) }],
    shareUrl: `https://www.tiktok.com/@${tenant.username}/video/${postIds[0]}`,
  });
});

describe('scheduled post of a disconnected account', () => {
  it('is published when the account is connected again within a day', async () => {
    await missed(23);

    await untilStatus(tenant.api, publishId, 'public');
  });

  it('becomes ready again after more than a day, with a notification', async () => {
    await missed(25);

    const { failCode } = await untilStatus(tenant.api, publishId, 'ready');

    expect(failCode).toBeUndefined();
    const { body } = await tenant.api.get<{ items: { kind: string; detail: string }[] }>(
      '/api/notifications',
    );
    expect(body.items.find(({ kind }) => kind === 'publication_overdue')?.detail).toMatch(
      /Nothing was posted/,
    );
    expect(await posts()).toEqual([]);
    await order();
    await untilStatus(tenant.api, publishId, 'public');
  });
});

it('lists the waiting posts and the next planned time as work affected by a disconnect', async () => {
  const day = new Date(Date.now() + 40 * 24 * HOUR * 1000).toISOString().slice(0, 10);
  const { body } = await order({ publishAt: `${day}T18:00`, timeZone: 'Europe/Berlin' });
  const planned = /^Scheduled for (.*)\.$/.exec(String(body.waits))?.[1];
  const { app } = connector();

  const affected = await app
    .get(OrgContext)
    .run(tenant.organisationId, 'test', () =>
      app.get(AffectedWorkRegistry).affectedBy(tenant.integrationId, 'login'),
    );

  expect(planned).toMatch(/at 18:00 \(Europe\/Berlin\)$/);
  expect(affected).toContainEqual({
    kind: 'publications',
    count: 1,
    examples: ['New product drop'],
    summary: `1 publication that is not out yet; the next is scheduled for ${planned}`,
  });
});
