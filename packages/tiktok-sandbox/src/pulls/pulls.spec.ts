import { createHash, randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../business/testing/business-client.js';
import type { Publication } from '../posting/publication.js';
import { eventually } from '../testing/eventually.js';
import { settingsProblem, withDefaults } from '../settings.js';

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(50_000)]);
const VIDEO = randomBytes(300_000);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Responses of the files' host, by path. */
const FILES: Record<string, RequestListener> = {
  '/v.mp4': (_request, response) => void response.writeHead(200, { 'content-type': 'video/mp4' }).end(VIDEO),
  '/1.jpg?sig=a%2Bb': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(JPEG),
  '/png-as-jpeg.jpg': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'image/jpeg' }).end('\x89PNG\r\n\x1A\n'),
  '/a.png': (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/moved.mp4': (_request, response) => void response.writeHead(302, { location: '/v.mp4' }).end(),
  '/cut.mp4': (_request, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '1000' }).write('x');
    setTimeout(() => response.destroy(), 20);
  },
  '/slow.mp4': () => {},
  '/huge.jpg': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.alloc(20_000_001, 0xff)),
};

describe('With pullHosts the sandbox really fetches', () => {
  let host: Server;
  let hosts: string[];
  let client: BusinessClient;
  let token: string;
  beforeEach(async () => {
    hosts = [];
    host = createServer((request, response) => {
      hosts.push(request.headers.host ?? '');
      const file = FILES[request.url ?? ''];
      if (file) file(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    client = await BusinessClient.start({
      downloadMs: 0,
      processingMs: 0,
      moderationMs: 0,
      pullTimeoutMs: 2_000,
      pullHosts: { 'media.example.com': origin },
    });
    token = await client.sandbox.accessToken();
  });
  afterEach(async () => {
    await client.close();
    host.closeAllConnections();
    host.close();
  });

  const post = async (path: string, body: object): Promise<string> => {
    const { json } = await client.sandbox.api(`/v2/post/publish/${path}`, token, body);
    return String(json['data']?.['publish_id']);
  };
  const video = (name: string): Promise<string> =>
    post('video/init/', {
      post_info: { privacy_level: 'SELF_ONLY' },
      source_info: { source: 'PULL_FROM_URL', video_url: `https://media.example.com${name}` },
    });
  const photos = (...names: string[]): Promise<string> =>
    post('content/init/', {
      media_type: 'PHOTO',
      post_mode: 'DIRECT_POST',
      post_info: { privacy_level: 'SELF_ONLY', auto_add_music: true },
      source_info: {
        source: 'PULL_FROM_URL',
        photo_images: names.map((name) => `https://media.example.com${name}`),
        photo_cover_index: names.length - 1,
      },
    });
  const end = (id: string): Promise<Publication> =>
    eventually(async () => {
      const { json } = await client.control<{ publications: Publication[] }>('/state', {}, 'GET');
      const found = json.publications.find((one) => one.id === id);
      return found && ['FAILED', 'PUBLISH_COMPLETE'].includes(found.status) && found;
    });

  it('a video, by the address that it was given, and shows what arrived', async () => {
    const ended = await end(await video('/v.mp4'));

    const url = 'https://media.example.com/v.mp4';
    const arrived = { url, mediaType: 'video/mp4', bytes: VIDEO.length, sha256: sha256(VIDEO) };
    expect(ended).toMatchObject({ status: 'PUBLISH_COMPLETE', totalBytes: VIDEO.length, pulled: [arrived] });
    expect(hosts).toEqual(['media.example.com']);
  });

  it('each photo, in their order', async () => {
    const ended = await end(await photos('/1.jpg?sig=a%2Bb', '/1.jpg?sig=a%2Bb'));

    expect(ended).toMatchObject({
      status: 'PUBLISH_COMPLETE',
      coverIndex: 1,
      postInfo: { privacy_level: 'SELF_ONLY', auto_add_music: true },
      pulled: [{ sha256: sha256(JPEG) }, { sha256: sha256(JPEG) }],
    });
  });

  it.each(['/missing.mp4', '/moved.mp4', '/cut.mp4', '/slow.mp4'])(
    'and fails when the file is not to be had: %s',
    async (name) => {
      expect((await end(await video(name))).failReason).toBe('video_pull_failed');
    },
  );

  it.each([
    ['/missing.jpg', 'photo_pull_failed'],
    ['/huge.jpg', 'photo_pull_failed'],
    ['/a.png', 'file_format_check_failed'],
    ['/png-as-jpeg.jpg', 'file_format_check_failed'],
    ['/v.mp4', 'file_format_check_failed'],
  ])('and fails for one bad photo among good ones: %s', async (name, reason) => {
    expect((await end(await photos('/1.jpg?sig=a%2Bb', name))).failReason).toBe(reason);
  });

  it('for the Business API as well', async () => {
    const { token: accountToken, businessId: business_id } = await client.accountToken();
    const publish = async (name: string) =>
      client.post(
        '/business/video/publish/',
        { business_id, video_url: `https://media.example.com${name}`, post_info: {} },
        accountToken,
      );
    const status = async (publish_id: unknown) => {
      const query = { business_id, publish_id };
      return (await client.get('/business/publish/status/', query, accountToken)).data;
    };

    const [good, bad] = [await publish('/v.mp4'), await publish('/moved.mp4')];

    await eventually(async () => (await status(good.data['share_id']))['status'] === 'PUBLISH_COMPLETE');
    await eventually(async () => (await status(bad.data['share_id']))['reason'] === 'video_pull_failed');
    const { json } = await client.control<{ posts: Publication[] }>('/business/state', {}, 'GET');
    expect(json.posts[0]?.pulled).toMatchObject([{ sha256: sha256(VIDEO) }]);
  });

  it('and only pretends where nothing is named', async () => {
    await client.control('/settings', { pullHosts: {} });

    const ended = await end(await video('/moved.mp4'));

    expect(ended).toMatchObject({ status: 'PUBLISH_COMPLETE', pulled: [] });
    expect(hosts).toEqual([]);
  });
});

describe('pullHosts', () => {
  it.each([
    [{ 'media.example.com': 'http://127.0.0.1:3000' }, undefined],
    [{ 'media.example.com': 'http://[::1]:3000/' }, undefined],
    [{ 'media.example.com': 'http://10.0.0.1:3000' }, /of this machine/],
    [{ 'media.example.com': 'https://127.0.0.1:3000' }, /of this machine/],
    [{ 'media.example.com': 'http://127.0.0.1:3000/path' }, /of this machine/],
    [{ 'https://media.example.com': 'http://127.0.0.1:3000' }, /must be a domain/],
  ])('may only lead to this machine: %j', (pullHosts, complaint) => {
    const found = settingsProblem(withDefaults({ pullHosts }));
    if (complaint === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(complaint);
  });
});
