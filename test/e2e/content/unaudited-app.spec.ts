import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { publish, untilStatus } from '../../support/given/publications.js';
import { INIT } from '../../support/sandbox-control.js';

const AUDIT_REFUSAL = 'unaudited_client_can_only_post_to_private_accounts';
const connector = useConnector({
  environment: { TIKTOK_APP_AUDITED: 'false' },
  sandbox: { audited: false },
});

describe('unaudited app', () => {
  beforeAll(async () => {
    expect(await connector().sandbox.calls(INIT)).toBe(0);
  });

  it('rejects a public post with the cause and alternatives, without calling TikTok', async () => {
    const { api } = await connector().tenant({ private: true });
    const post = { title: 'New drop', privacyLevel: 'MUTUAL_FOLLOW_FRIENDS' };

    const started = await api.provider<ProblemBody>('init-video-upload', post);
    const { body } = await api.provider<{ problems: { message: string; fix: string }[] }>(
      'validate-publication',
      post,
    );

    expect(started).toMatchObject({
      status: 400,
      body: { code: AUDIT_REFUSAL, errors: [{ field: 'privacyLevel' }] },
    });
    expect(body).toMatchObject({
      ok: false,
      problems: [{ field: 'privacyLevel', rule: AUDIT_REFUSAL, limit: 'SELF_ONLY' }],
    });
    expect(body.problems[0]?.message).toMatch(/not audited.*5 users.*set to private.*SELF_ONLY/);
    expect(body.problems[0]?.fix).toMatch(/private in the TikTok app.*draft.*audit/);
    expect(await connector().sandbox.calls(INIT)).toBe(0);
  });

  it('fails a SELF_ONLY post to a public account before init', async () => {
    const { api, username } = await connector().tenant();

    const info = await api.provider('get-creator-info', {});
    const seen = await untilStatus(
      api,
      await publish(api, { privacyLevel: 'SELF_ONLY' }),
      'failed',
      'unknown',
      'published',
    );

    expect(info.body).toMatchObject({
      canPost: false,
      refusal: { code: AUDIT_REFUSAL },
      app: { audited: false },
    });
    expect(seen).toMatchObject({ status: 'failed', failCode: AUDIT_REFUSAL });
    expect(seen.failReason).toMatch(/This account is currently public. Set the account to private/);
    expect(await connector().sandbox.publicationsOf(username)).toEqual([]);
    expect(await connector().sandbox.calls(INIT)).toBe(0);
  });

  it('publishes a SELF_ONLY post to a private account', async () => {
    const { api } = await connector().tenant({ private: true });

    const info = await api.provider('get-creator-info', {});
    const publishId = await publish(api, { privacyLevel: 'SELF_ONLY' });

    expect(info.body).toMatchObject({ canPost: true });
    expect(await untilStatus(api, publishId, 'failed', 'unknown', 'published')).toMatchObject({
      status: 'published',
    });
  });
});
