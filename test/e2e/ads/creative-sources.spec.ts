import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import {
  adTenant,
  endedCreative,
  uploadCreative,
  type AdTenant,
  type Creative,
} from '../../support/given/ad-tenant.js';
import { HttpsFiles } from '../../support/given/https-files.js';
import { photo, readyPhotos } from '../../support/given/photos.js';
import { ready } from '../../support/given/publications.js';
import { clip } from '../../support/given/videos.js';

const HOST = 'https://media.example';

const connector = useConnector({
  webhooks: false,
  environment: {
    TIKTOK_BUSINESS_TIER: 'ultimate',
    TIKTOK_VERIFIED_URLS: 'media.example,connector.example',
    MEDIA_PUBLIC_URL: 'https://connector.example',
  },
  sandbox: { business: { appLevel: 'ultimate' } },
});

let tenant: AdTenant;
let web: HttpsFiles;
beforeAll(async () => {
  web = await HttpsFiles.start();
  tenant = await adTenant(connector());
}, 30_000);
afterAll(() => web.close());

const ended = (id: string) => endedCreative(connector(), tenant.api, id);

function create(kind: 'videos' | 'images', body: object) {
  return tenant.api.post<Creative>(`/api/ads/creatives/${kind}`, { accountId: tenant.accountId, ...body });
}

describe('POST /api/ads/creatives/images', () => {
  it.each(['jpeg', 'png'] as const)('brings a %s into the ad account', async (format) => {
    const { api, accountId } = tenant;

    const taken = await uploadCreative(api, 'images', await photo(format), { accountId, name: 'Look 1' });

    expect(taken).toMatchObject({ status: 202, body: { kind: 'image', facts: { width: 540, height: 960 } } });
    expect(await ended(taken.body.id)).toMatchObject({
      status: 'ready',
      imageId: expect.any(String),
      videoId: null,
      coverImageId: null,
      carouselUsable: true,
    });
  });

  it('refuses an image with more pixels than TikTok takes', async () => {
    const { api, accountId } = tenant;
    const background = { r: 200, g: 40, b: 40 };
    const large = await sharp({ create: { width: 2000, height: 2000, channels: 3, background } })
      .jpeg()
      .toBuffer();

    const taken = await uploadCreative<ProblemBody>(api, 'images', large, { accountId });

    expect(taken).toMatchObject({ status: 415, body: { code: 'image_too_many_pixels' } });
  });

  it('refuses WebP, which TikTok takes in posts but not in ads', async () => {
    const { api, accountId } = tenant;
    const taken = await uploadCreative<ProblemBody>(api, 'images', await photo('webp'), { accountId });
    expect(taken).toMatchObject({ status: 415, body: { code: 'not_an_image' } });
    expect(taken.body.detail).toContain('image/webp');
  });
});

describe('a creative by URL', () => {
  it('is fetched by the service and sent to TikTok', async () => {
    web.files.set('/spring.mp4', { body: await clip() });

    const taken = await create('videos', { url: `${HOST}/spring.mp4` });

    expect(taken).toMatchObject({ status: 202, body: { status: 'receiving', name: 'spring.mp4' } });
    expect(await ended(taken.body.id)).toMatchObject({ status: 'ready', facts: { format: 'mp4' } });
  });

  it('fails with what the address answered when that is an HTML page', async () => {
    web.files.set('/page.jpg', {
      type: 'text/html; charset=utf-8',
      body: '<!doctype html><title>Sign in</title>',
    });

    const taken = await create('images', { url: `${HOST}/page.jpg?signature=secret` });

    const failed = await ended(taken.body.id);
    expect(failed).toMatchObject({ status: 'failed', failCode: 'url_not_a_file' });
    expect(failed.failReason).toContain('https://media.example/page.jpg answered text/html');
    expect(failed.failReason).not.toContain('secret');
  });

  it('fails when a page pretends to be an image', async () => {
    web.files.set('/fake.jpg', { type: 'image/jpeg', body: '<html><body>Not found</body></html>' });

    const taken = await create('images', { url: `${HOST}/fake.jpg` });

    const failed = await ended(taken.body.id);
    expect(failed).toMatchObject({ status: 'failed', failCode: 'not_an_image' });
    expect(failed.failReason).toContain('an HTML page');
  });

  it('does not follow a redirect, which could lead anywhere', async () => {
    web.files.set('/moved.mp4', { status: 302, location: 'http://169.254.169.254/latest/meta-data/' });
    const before = web.asked.length;

    const taken = await create('videos', { url: `${HOST}/moved.mp4` });

    expect(await ended(taken.body.id)).toMatchObject({ status: 'failed', failCode: 'url_not_a_file' });
    expect(web.asked.slice(before)).toEqual([`${HOST}/moved.mp4`]);
  });

  it.each([
    'http://media.example/a.mp4',
    'https://evil.example/a.mp4',
    'https://127.0.0.1/a.mp4',
    'https://media.example@evil.example/a.mp4',
    'file:///etc/passwd',
    'https://media.example/%',
    'no address',
  ])('refuses %s before anything is fetched', async (url) => {
    const before = web.asked.length;
    const taken = await tenant.api.post<ProblemBody>('/api/ads/creatives/videos', {
      accountId: tenant.accountId,
      url,
    });
    expect(taken).toMatchObject({ status: 400, body: { errors: [{ field: 'url' }] } });
    expect(web.asked).toHaveLength(before);
  });

  it('is also begun by the provider call', async () => {
    web.files.set('/alias.jpg', { type: 'image/jpeg', body: await photo() });
    const { accountId, api } = tenant;

    const taken = await api.provider<Creative>('upload-creative', {
      accountId,
      kind: 'image',
      url: `${HOST}/alias.jpg`,
    });

    expect(taken.status).toBe(202);
    expect(await ended(taken.body.id)).toMatchObject({ status: 'ready', kind: 'image' });
  });

  it('wants exactly one source', async () => {
    const both = await create('videos', { url: `${HOST}/a.mp4`, publicationId: randomUUID() });
    const none = await create('videos', {});
    expect([both.status, none.status]).toEqual([400, 400]);
  });

  it('wants ids as text', async () => {
    const taken = await create('videos', { accountId: 7_000_000_000_000_000_000, url: `${HOST}/a.mp4` });
    expect(taken).toMatchObject({ status: 400, body: { errors: [{ field: 'accountId' }] } });
  });
});

describe('a creative from a publication', () => {
  it('copies the staged video', async () => {
    const publicationId = await ready(tenant.api);

    const taken = await create('videos', { publicationId });

    expect(taken.status).toBe(202);
    expect(await ended(taken.body.id)).toMatchObject({ status: 'ready', source: 'publication' });
  });

  it('copies the first photo', async () => {
    const publicationId = await readyPhotos(tenant.api, [await photo()]);

    const taken = await create('images', { publicationId });

    expect(await ended(taken.body.id)).toMatchObject({ status: 'ready', kind: 'image' });
  });

  it('answers 409 when the file is gone', async () => {
    const publicationId = await ready(tenant.api);
    await connector().database.query(
      `UPDATE publication_media SET staged_file = NULL WHERE publication_id = '${publicationId}'`,
    );

    const taken = await create('videos', { publicationId });

    expect(taken).toMatchObject({ status: 409, body: { code: 'publication_file_gone' } });
  });

  it('answers 404 for an unknown publication and 422 for photos as a video', async () => {
    const photos = await readyPhotos(tenant.api, [await photo()]);

    const unknown = await create('videos', { publicationId: randomUUID() });
    const other = await create('videos', { publicationId: photos });

    expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown_publication' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'publication_of_other_kind' } });
  });
});
