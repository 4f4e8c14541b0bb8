import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from './business/testing/business-client.js';
import { REDIRECT_URI } from './testing/sandbox-client.js';

// TikTok's behaviour is not established here, so each is a setting.
describe('settings for undocumented behaviour', () => {
  let client: BusinessClient;
  let token: string;
  beforeEach(async () => {
    client = await BusinessClient.start();
    token = await client.sandbox.accessToken();
  });
  afterEach(() => client.close());

  const set = (settings: object) => client.control('/settings', { ...settings });
  const list = (body: object) => client.sandbox.api('/v2/video/list/?fields=id', token, body);
  const query = (body: string) => client.sandbox.api('/v2/video/query/?fields=id', token, body);
  const user = () => client.sandbox.api('/v2/user/info?fields=open_id', token, '', 'GET');
  const campaigns = () => client.sandbox.send('GET', '/open_api/v1.3/campaign/get?page=1');

  it.each([
    ['hex', 'base64url', 'right', false],
    ['hex_or_base64url', 'base64url', 'right', true],
    ['hex_or_base64url', 'hex', 'right', true],
    ['hex_or_base64url', 'base64url', 'wrong', false],
    ['ignored', 'base64url', 'wrong', true],
  ] as const)(
    'pkceChallenge %s: a challenge in %s with the %s verifier',
    async (pkce, form, which, isFine) => {
      await set({ pkceChallenge: pkce });
      const challenge = createHash('sha256').update('right'.repeat(10)).digest(form);
      const code = await client.sandbox.code({ code_challenge: challenge, code_challenge_method: 'S256' });
      const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI };
      const answer = await client.sandbox.token({ ...fields, code_verifier: which.repeat(10) });
      expect('access_token' in answer.json).toBe(isFine);
    },
  );

  it('looseTypes: ids as numbers, and a cursor as text', async () => {
    const first = await list({ max_count: 2 });
    const ids = [...first.text.matchAll(/"id":"?(\d{19})/g)].map((match) => match[1]);
    const body = `{"filters":{"video_ids":[${ids.join(', ')}]}}`;
    const cursor = String(first.json['data']?.['cursor']);
    expect([(await query(body)).status, (await list({ cursor })).status]).toEqual([400, 400]);
    await set({ looseTypes: 'accept' });
    const found = await query(body);
    expect([...found.text.matchAll(/"id":"?(\d{19})/g)].map((match) => match[1])).toEqual(ids);
    expect((await list({ cursor })).text).not.toContain(ids[0]);
    expect((await list({ cursor: 'later' })).status).toBe(400);
  });

  it('lastSlash: a GET without it, of either API', async () => {
    expect([(await user()).status, (await campaigns()).status]).toEqual([404, 404]);
    await set({ lastSlash: 'optional' });
    expect((await user()).status).toBe(200);
    expect((await campaigns()).json).toMatchObject({ code: 40_104 });
    const post = await client.sandbox.api('/v2/video/list?fields=id', token, {});
    expect(post.status).toBe(404);
  });

  it('counterScope: counters of posts for video.list', async () => {
    const account = await client.accountToken('user.info.basic,video.list');
    const read = async (field: string) => {
      const asked = { business_id: account.businessId, fields: ['item_id', field] };
      return (await client.get('/business/video/list/', asked, account.token)).code;
    };
    expect(await read('likes')).toBe(40_001);
    await set({ business: { counterScope: 'video.list' } });
    expect([await read('likes'), await read('reach')]).toEqual([0, 40_001]);
  });
});
