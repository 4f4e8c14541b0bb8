import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BusinessClient } from './business/testing/business-client.js';
import { KEYS, REDIRECT_URI } from './testing/sandbox-client.js';

// Known clients make these mistakes and TikTok refuses them. The sandbox must refuse them, too.
describe('mistakes of known clients', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  let openToken: string;
  beforeAll(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
    openToken = await client.sandbox.accessToken();
  });
  afterAll(() => client.close());

  const revoke = (fields: Record<string, string>) =>
    client.sandbox.form('/v2/oauth/revoke/', { client_key: KEYS.client_key, token: openToken, ...fields });

  it.each([
    ['one chunk of 64,000,001 bytes', 64_000_001, 64_000_001, 'invalid_params'],
    ['one chunk of 64,000,000 bytes', 64_000_000, 64_000_000, 'ok'],
  ])('%s', async (_case, video_size, chunk_size, code) => {
    const post_info = { privacy_level: 'SELF_ONLY' };
    const source_info = { source: 'FILE_UPLOAD', video_size, chunk_size, total_chunk_count: 1 };
    const body = { post_info, source_info };
    const answer = await client.sandbox.api('/v2/post/publish/video/init/', openToken, body);
    expect(answer.json['error']).toMatchObject({ code });
  });

  it('a PKCE challenge as base64url', async () => {
    const verifier = 'v'.repeat(50);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const code = await client.sandbox.code({ code_challenge: challenge, code_challenge_method: 'S256' });
    const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI };
    const answer = await client.sandbox.token({ ...fields, code_verifier: verifier });
    expect(answer.json).toMatchObject({ error: 'invalid_request' });
  });

  it.each(['/identity/get/', '/dmp/custom_audience/list/'])(
    'more than 100 rows a page of %s',
    async (path) => {
      const ask = (page_size: number) => client.get(path, { advertiser_id, page_size }, token);
      expect([(await ask(100)).code, (await ask(101)).code]).toEqual([0, 40_002]);
    },
  );

  it('a chunked upload without a name', async () => {
    const upload = { advertiser_id, size: 30_000_000, content_type: 'video' };
    const start = (more: object) => client.post('/file/start/upload/', { ...upload, ...more }, token);
    expect((await start({})).code).toBe(40_002);
    expect((await start({ name: 'a.mp4' })).code).toBe(0);
  });

  it('a revoke without the secret', async () => {
    expect((await revoke({})).json).toMatchObject({ error: 'invalid_request' });
    expect((await revoke({ client_secret: KEYS.client_secret })).json).toEqual({});
  });
});
