import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { begin, publish, ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { CREATOR_INFO, INIT } from '../../support/sandbox-control.js';
import { upload } from '../../support/given/uploads.js';

const BAD_CLIP = path.resolve('test/fixtures/bad-320x240-15fps.mp4');
const connector = useConnector();

function levelsOf(body: Record<string, unknown>): unknown[] {
  return (body.privacyLevels as { value: unknown }[]).map(({ value }) => value);
}

afterEach(async () => {
  await connector().sandbox.clearFaults();
});

describe('publish-video', () => {
  it('returns every broken rule of a video without calling TikTok', async () => {
    const { api } = await connector().tenant();
    const { publishId, uploadUrl } = await begin(api);
    const received = await upload(api, uploadUrl, await readFile(BAD_CLIP));
    const before = [await connector().sandbox.calls(INIT), await connector().sandbox.calls(CREATOR_INFO)];

    const { status, body } = await api.provider<ProblemBody>('publish-video', { publishId });

    const rules = ['video_codec_unsupported', 'frame_rate_out_of_range', 'picture_size_out_of_range'];
    expect(received).toMatchObject({
      status: 200,
      body: { status: 'ready', facts: { frameRate: 15 }, problems: rules.map((rule) => ({ rule, file: 0 })) },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'post_breaks_rules',
      errors: [
        { field: 'media[0].codec', file: 0, rule: rules[0], value: 'mpeg-4 visual' },
        { field: 'media[0].frameRate', file: 0, rule: rules[1], value: 15, limit: '23 to 60' },
        { field: 'media[0].width', file: 0, rule: rules[2], value: '320x240', limit: '360 to 4096' },
      ],
    });
    expect(body.detail).toMatch(/15 frames per second. TikTok accepts 23 to 60. Export it at 30/);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    const after = [await connector().sandbox.calls(INIT), await connector().sandbox.calls(CREATOR_INFO)];
    expect(after).toEqual(before);
  });
});

describe('publishing', () => {
  it('fails before init when the video is longer than the account can post', async () => {
    const { api, username } = await connector().tenant({ maxVideoSeconds: 3 });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'video_too_long' });
    expect(seen.failReason).toBe('The video is 4 s long. This account can post up to 3 s. Trim the video.');
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
  });

  it('fails before init when the account has become private', async () => {
    const { api, username } = await connector().tenant({ private: true });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'privacy_level_option_mismatch' });
    expect(seen.failReason).toMatch(
      /“Everyone”.*Choose one of MUTUAL_FOLLOW_FRIENDS, FOLLOWER_OF_CREATOR, SELF_ONLY/,
    );
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
  });
});

describe('get-creator-info', () => {
  it('returns current data for a posting screen on each call', async () => {
    const { api, integrationId, username } = await connector().tenant({
      commentDisabled: true,
      maxVideoSeconds: 300,
    });

    const first = await api.provider('get-creator-info', { integrationId });
    await connector().sandbox.control(`/accounts/${username}`, { private: true, commentDisabled: false });
    const second = await api.provider('get-creator-info', {});

    expect(first).toMatchObject({
      status: 200,
      body: {
        integrationId,
        route: 'open_api',
        username,
        avatarUrl: expect.stringMatching(/^http/),
        canPost: true,
        interactions: {
          comment: { available: false },
          duet: { available: true },
          stitch: { available: true },
        },
        limits: { videoSeconds: 300 },
        app: { audited: true },
      },
    });
    expect(levelsOf(first.body)).toEqual(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']);
    expect(second.body).toMatchObject({
      interactions: {
        comment: { available: true },
        duet: { available: false },
        stitch: { available: false },
      },
    });
    expect(levelsOf(second.body)).toEqual(['MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY']);
  });

  it.each([
    [{ banned: true }, 'spam_risk_user_banned_from_posting', 'never'],
    [{ postsPerDay: 1 }, 'spam_risk_too_many_posts', 'tomorrow'],
  ])(
    'explains why the creator cannot post when TikTok refuses with HTTP 200: %j',
    async (account, code, retry) => {
      const { api } = await connector().tenant(account);
      if (code === 'spam_risk_too_many_posts') await untilStatus(api, await publish(api), 'public');

      const { status, body } = await api.provider('get-creator-info', {});

      expect(status).toBe(200);
      expect(body).toMatchObject({ canPost: false, refusal: { code, retry }, privacyLevels: [] });
    },
  );

  it('does not store the signed avatar URL', async () => {
    const { api } = await connector().tenant();
    // Makes the URL differ from the one at connection time.
    await connector().sandbox.control('/clock', { advanceSeconds: 60 });
    const { body } = await api.provider<{ avatarUrl: string }>('get-creator-info', {});
    const signature = new URL(body.avatarUrl).search;
    expect(signature.length).toBeGreaterThan(10);

    const rows = await connector().database.query<{ text: string }>(
      `SELECT row_to_json(i)::text AS text FROM integrations i`,
    );

    expect(rows.map(({ text }) => text).join()).not.toContain(signature);
  });

  it.each([
    [{ kind: 'error_code', code: 'scope_not_authorized' }, 409, 'scope_not_authorized'],
    [{ kind: 'error_code', code: 'internal_error', status: 500 }, 503, 'tiktok_unavailable'],
  ])('explains why TikTok did not answer: %j', async (fault, status, code) => {
    const { api } = await connector().tenant();
    await connector().sandbox.fault({ match: CREATOR_INFO, ...fault });

    const answer = await api.provider<ProblemBody>('get-creator-info', {});

    expect(answer).toMatchObject({ status, body: { code } });
  });
});

describe('validate-publication', () => {
  const POST = { title: 'New drop', privacyLevel: 'PUBLIC_TO_EVERYONE' };

  it('accepts a good post and returns its label', async () => {
    const { api } = await connector().tenant();
    const media = [
      {
        sizeBytes: 5000,
        format: 'MP4',
        codec: 'H264',
        width: 1080,
        height: 1920,
        frameRate: 30,
        durationSeconds: 9,
      },
    ];

    const { status, body } = await api.provider('validate-publication', {
      ...POST,
      brandedContent: true,
      media,
    });

    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      problems: [],
      warnings: [],
      labels: ['Paid partnership'],
      consent: { text: expect.stringContaining('Branded Content Policy'), links: expect.anything() },
      goesAt: null,
      waitsFor: null,
      waits: null,
    });
  });

  it('reports problems of the form, the creator’s settings and the files together', async () => {
    const { api } = await connector().tenant({ private: true });

    const { body } = await api.provider('validate-publication', {
      ...POST,
      caption: 'x'.repeat(2201),
      allowDuet: true,
      commercialDisclosure: true,
      media: [{ durationSeconds: 601, frameRate: 15 }],
    });

    expect(body).toMatchObject({
      ok: false,
      problems: [
        { field: 'privacyLevel', rule: 'privacy_level_option_mismatch' },
        { field: 'caption', rule: 'caption_too_long', value: 2201, limit: 2200 },
        { field: 'commercialDisclosure', rule: 'disclosure_incomplete' },
        { field: 'media[0].frameRate', file: 0, rule: 'frame_rate_out_of_range', value: 15 },
        { field: 'media[0].durationSeconds', file: 0, rule: 'video_too_long', value: 601, limit: 600 },
      ],
      warnings: [
        { field: 'allowDuet', rule: 'duet_disabled_by_creator' },
        { field: 'media[0].facts', rule: 'media_facts_unknown' },
      ],
    });
  });

  it('warns about each option that a draft loses, for forms and publications', async () => {
    const { api } = await connector().tenant();
    const draft = { mode: 'draft' as const, caption: 'x', coverTimestampMs: 1000, brandOrganic: true };
    const publishId = await ready(api, { title: 'New drop', privacyLevel: undefined, ...draft });

    const form = await api.provider('validate-publication', { ...draft, autoAddMusic: true });
    const started = await api.provider('validate-publication', { publishId });

    const lost = ['caption', 'brandOrganic', 'coverTimestampMs'].map((field) =>
      expect.objectContaining({ field, rule: 'not_for_drafts' }),
    );
    expect(started.body).toMatchObject({ ok: true, warnings: lost });
    expect(form.body.warnings).toEqual(expect.arrayContaining(lost));
    expect(form.body.warnings).toContainEqual(
      expect.objectContaining({ field: 'autoAddMusic', value: true }),
    );
  });

  it('validates a stored publication and creates nothing at TikTok', async () => {
    const { api, username } = await connector().tenant({ maxVideoSeconds: 3 });
    const publishId = await ready(api);

    const { body } = await api.provider('validate-publication', { publishId });

    expect(body).toMatchObject({ ok: false, problems: [{ rule: 'video_too_long', value: 4, limit: 3 }] });
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
  });

  it('rejects other fields together with publishId', async () => {
    const { api } = await connector().tenant();
    const publishId = await ready(api);

    const { status, body } = await api.provider<ProblemBody>('validate-publication', { publishId, ...POST });

    expect(status).toBe(400);
    expect(body.errors?.map(({ field }) => field).toSorted()).toEqual(['privacyLevel', 'title']);
  });

  it('reports that the creator cannot post', async () => {
    const { api } = await connector().tenant({ banned: true });

    const { body } = await api.provider('validate-publication', POST);

    expect(body).toMatchObject({
      ok: false,
      problems: [{ field: 'integrationId', rule: 'spam_risk_user_banned_from_posting' }],
    });
  });

  it('returns 404 for another organisation’s data', async () => {
    const [a, b] = [await connector().tenant(), await connector().tenant()];
    const publishId = await ready(a.api);

    const publication = await b.api.provider<ProblemBody>('validate-publication', { publishId });
    const account = await b.api.provider<ProblemBody>('get-creator-info', { integrationId: a.integrationId });

    expect(publication).toMatchObject({ status: 404, body: { code: 'unknown_publication' } });
    expect(account).toMatchObject({ status: 404, body: { code: 'unknown_integration' } });
  });
});
