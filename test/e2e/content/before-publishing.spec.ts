import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { begin, publish, ready, statusOf, untilStatus } from '../../support/publishing.js';
import { CREATOR_INFO, INIT } from '../../support/sandbox-control.js';
import { upload } from '../../support/uploads.js';

const BAD_CLIP = path.resolve('test/fixtures/bad-320x240-15fps.mp4');
const connector = useConnector();

function levelsOf(body: Record<string, unknown>): unknown[] {
  return (body.privacyLevels as { value: unknown }[]).map(({ value }) => value);
}

afterEach(async () => {
  await connector().sandbox.clearFaults();
});

describe('A video that TikTok would refuse', () => {
  it('is refused when it is to go, with the file, every rule, its value and limit, before TikTok is called', async () => {
    const { api } = await connector().tenant();
    const { publishId, uploadUrl } = await begin(api);
    const taken = await upload(api, uploadUrl, await readFile(BAD_CLIP));
    const before = [await connector().sandbox.calls(INIT), await connector().sandbox.calls(CREATOR_INFO)];

    const { status, body } = await api.provider<ProblemBody>('publish-video', { publishId });

    const rules = ['video_codec_unsupported', 'frame_rate_out_of_range', 'picture_size_out_of_range'];
    expect(taken).toMatchObject({
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
    expect(body.detail).toMatch(/15 frames a second; TikTok takes 23 to 60. Export it with 30/);
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    const after = [await connector().sandbox.calls(INIT), await connector().sandbox.calls(CREATOR_INFO)];
    expect(after).toEqual(before);
  });
});

describe('What the creator allows is asked right before the post begins', () => {
  it('so that a video longer than the account may post ends before init, saying how long it is', async () => {
    const { api, username } = await connector().tenant({ maxVideoSeconds: 3 });

    const seen = await untilStatus(api, await publish(api), 'failed', 'unknown', 'public');

    expect(seen).toMatchObject({ status: 'failed', failCode: 'video_too_long' });
    expect(seen.failReason).toBe('The video lasts 4 seconds; this account may post at most 3. Cut it.');
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
  });

  it('so that a public post to an account that became private ends before init', async () => {
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
  it('answers what a posting screen shows, fresh from TikTok each time', async () => {
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
    'says that the creator cannot post, why, and what helps, when TikTok says so within HTTP 200: %j',
    async (account, code, retry) => {
      const { api } = await connector().tenant(account);
      if (code === 'spam_risk_too_many_posts') await untilStatus(api, await publish(api), 'public');

      const { status, body } = await api.provider('get-creator-info', {});

      expect(status).toBe(200);
      expect(body).toMatchObject({ canPost: false, refusal: { code, retry }, privacyLevels: [] });
    },
  );

  it('keeps no signed address of an avatar', async () => {
    const { api } = await connector().tenant();
    // So that it is not the address that came with the connection.
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
  ])('tells a person why TikTok did not say: %j', async (fault, status, code) => {
    const { api } = await connector().tenant();
    await connector().sandbox.fault({ match: CREATOR_INFO, ...fault });

    const answer = await api.provider<ProblemBody>('get-creator-info', {});

    expect(answer).toMatchObject({ status, body: { code } });
  });
});

describe('validate-publication', () => {
  const POST = { title: 'New drop', privacyLevel: 'PUBLIC_TO_EVERYONE' };

  it('finds nothing against a good post, and says what TikTok will write on it', async () => {
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

  it('finds everything at once: what is asked for, what the creator allows, and what the files are', async () => {
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

  it('names each choice that a draft would lose, of a form and of a publication alike', async () => {
    const { api } = await connector().tenant();
    const draft = { mode: 'draft', caption: 'x', coverTimestampMs: 1000, brandOrganic: true };
    const publishId = await ready(api, { title: 'New drop', privacyLevel: undefined, ...draft });

    const form = await api.provider('validate-publication', { ...draft, autoAddMusic: true });
    const begun = await api.provider('validate-publication', { publishId });

    const lost = ['caption', 'brandOrganic', 'coverTimestampMs'].map((field) =>
      expect.objectContaining({ field, rule: 'not_for_drafts' }),
    );
    expect(begun.body).toMatchObject({ ok: true, warnings: lost });
    expect(form.body.warnings).toEqual(expect.arrayContaining(lost));
    expect(form.body.warnings).toContainEqual(
      expect.objectContaining({ field: 'autoAddMusic', value: true }),
    );
  });

  it('looks at a publication that was begun, and begins nothing at TikTok', async () => {
    const { api, username } = await connector().tenant({ maxVideoSeconds: 3 });
    const publishId = await ready(api);

    const { body } = await api.provider('validate-publication', { publishId });

    expect(body).toMatchObject({ ok: false, problems: [{ rule: 'video_too_long', value: 4, limit: 3 }] });
    expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
  });

  it('names fields that would not count beside a publishId', async () => {
    const { api } = await connector().tenant();
    const publishId = await ready(api);

    const { status, body } = await api.provider<ProblemBody>('validate-publication', { publishId, ...POST });

    expect(status).toBe(400);
    expect(body.errors?.map(({ field }) => field).toSorted()).toEqual(['privacyLevel', 'title']);
  });

  it('says when the creator cannot post at all', async () => {
    const { api } = await connector().tenant({ banned: true });

    const { body } = await api.provider('validate-publication', POST);

    expect(body).toMatchObject({
      ok: false,
      problems: [{ field: 'integrationId', rule: 'spam_risk_user_banned_from_posting' }],
    });
  });

  it('shows nothing of another organisation', async () => {
    const [a, b] = [await connector().tenant(), await connector().tenant()];
    const publishId = await ready(a.api);

    const publication = await b.api.provider<ProblemBody>('validate-publication', { publishId });
    const account = await b.api.provider<ProblemBody>('get-creator-info', { integrationId: a.integrationId });

    expect(publication).toMatchObject({ status: 404, body: { code: 'unknown_publication' } });
    expect(account).toMatchObject({ status: 404, body: { code: 'unknown_integration' } });
  });
});
