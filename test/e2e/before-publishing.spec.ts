import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../support/api-client.js';
import { useConnector } from '../support/connector.js';
import { begin, publish, statusOf, untilStatus } from '../support/publishing.js';
import { CREATOR_INFO, INIT } from '../support/sandbox-control.js';
import { upload } from '../support/uploads.js';

const BAD_CLIP = path.resolve('test/fixtures/bad-320x240-15fps.mp4');
const connector = useConnector();

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
