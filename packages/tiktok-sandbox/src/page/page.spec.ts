import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../business/testing/business-client.js';
import { SandboxClient } from '../testing/sandbox-client.js';

describe('the page', () => {
  let client: SandboxClient;
  beforeEach(async () => {
    client = await SandboxClient.start();
  });
  afterEach(() => client.close());

  const get = (path: string) => client.send('GET', path);

  it('shows the account with its picture, and loads nothing from elsewhere', async () => {
    const page = await get('/');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('@demo');
    expect(page.text).toContain('sandbox-client-key');
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
    const avatar = /src="(\/media\/avatar[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await get(avatar)).text).toContain('<svg');
    expect((await get('/page/script.js')).headers.get('content-type')).toContain('javascript');
  });

  it('opens the videos of an account page by page, with covers and counters', async () => {
    const first = (await get('/page/videos?account=demo')).text;
    expect(first.match(/<li>/g)).toHaveLength(8);
    expect(first).toMatch(/[\d.]+[KM]? views/);
    const before = /data-before="(\d+)"/.exec(first)?.[1] ?? '';
    const second = (await get(`/page/videos?account=demo&before=${before}`)).text;
    const newest = /\d{19}/.exec(first)?.[0] ?? 'none';
    expect(second).not.toContain(newest);
  });

  it('draws requests, consents, webhooks and faults as they arrive, and no token', async () => {
    const token = await client.accessToken();
    await client.control('/webhooks/emit', { event: 'authorization.removed' });
    await client.control('/faults', { match: '/v2/user/*', kind: 'hang' });
    const live = (await get('/page/live')).json as unknown as Record<string, string>;
    expect(live['requests']).toContain('POST /v2/oauth/token/');
    expect(live['tokens']).toContain('video.publish');
    expect(live['webhooks']).toContain('no url');
    expect(live['faults']).toContain('hang');
    expect(JSON.stringify(live)).not.toContain(token);
  });

  it('marks a successful call of the API for Business as good', async () => {
    const { client: business } = await BusinessClient.startAsAdvertiser();
    const { requests } = (await business.sandbox.send('GET', '/page/live')).json as unknown as Record<
      string,
      string
    >;
    expect(requests).toMatch(/oauth2\/access_token[^]*?class="badge good"/);
    await business.sandbox.close();
  });

  it('draws the whole first character of a name, also of an emoji', async () => {
    await client.control('/accounts', { username: '😀shop', videos: 0 });
    const avatars = [...(await get('/')).text.matchAll(/src="(\/media\/avatar[^"]*)"/g)];
    const drawn = await Promise.all(avatars.map(([, path = '']) => get(path.replaceAll('&amp;', '&'))));
    expect(drawn.map(({ text }) => text).join('')).toContain('😀');
  });

  it('shows comments and titles as text, never as markup', async () => {
    await client.control('/accounts', { username: '<b>bold', videos: 1 });
    const page = (await get('/')).text;
    expect(page).not.toContain('<b>bold');
    expect(page).toContain('&lt;b&gt;bold');
  });

  it('keeps its own requests out of the log', async () => {
    await get('/');
    await get('/page/live');
    expect((await client.control('/requests', {}, 'GET')).json['requests']).toEqual([]);
  });
});
