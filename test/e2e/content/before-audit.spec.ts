import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { publish, untilStatus } from '../../support/publishing.js';
import { INIT } from '../../support/sandbox-control.js';

const WALL = 'unaudited_client_can_only_post_to_private_accounts';
const connector = useConnector({
  environment: { TIKTOK_APP_AUDITED: 'false' },
  sandbox: { audited: false },
});

describe('Before TikTok has audited the app', () => {
  beforeAll(async () => {
    expect(await connector().sandbox.calls(INIT)).toBe(0);
  });

  it('a public post is refused here, with the real cause and every way out, and TikTok is not called', async () => {
    const { api } = await connector().tenant({ private: true });
    const post = { title: 'New drop', privacyLevel: 'MUTUAL_FOLLOW_FRIENDS' };

    const begun = await api.provider<ProblemBody>('init-video-upload', post);
    const { body } = await api.provider<{ problems: { message: string; fix: string }[] }>(
      'validate-publication',
      post,
    );

    expect(begun).toMatchObject({ status: 400, body: { code: WALL, errors: [{ field: 'privacyLevel' }] } });
    expect(body).toMatchObject({
      ok: false,
      problems: [{ field: 'privacyLevel', rule: WALL, limit: 'SELF_ONLY' }],
    });
    expect(body.problems[0]?.message).toMatch(/not audited.*5 users.*set to private.*SELF_ONLY/);
    expect(body.problems[0]?.fix).toMatch(/private in the TikTok app.*draft.*audit/);
    expect(await connector().sandbox.calls(INIT)).toBe(0);
  });

  it('a post for its creator only to a public account ends before init: the account must be private', async () => {
    const { api, username } = await connector().tenant();

    const info = await api.provider('get-creator-info', {});
    const seen = await untilStatus(
      api,
      await publish(api, { privacyLevel: 'SELF_ONLY' }),
      'failed',
      'unknown',
      'published',
    );

    expect(info.body).toMatchObject({ canPost: false, refusal: { code: WALL }, app: { audited: false } });
    expect(seen).toMatchObject({ status: 'failed', failCode: WALL });
    expect(seen.failReason).toMatch(/This account is public at the moment. Set the account to private/);
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
    expect(await connector().sandbox.calls(INIT)).toBe(0);
  });

  it('the same to a private account is posted', async () => {
    const { api } = await connector().tenant({ private: true });

    const info = await api.provider('get-creator-info', {});
    const publishId = await publish(api, { privacyLevel: 'SELF_ONLY' });

    expect(info.body).toMatchObject({ canPost: true });
    expect(await untilStatus(api, publishId, 'failed', 'unknown', 'published')).toMatchObject({
      status: 'published',
    });
  });
});
