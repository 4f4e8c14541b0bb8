import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody, PageBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import {
  adTenant,
  endedCreative,
  uploadCreative,
  type AdTenant,
  type Creative,
} from '../../support/given/ad-tenant.js';
import { photo } from '../../support/given/photos.js';
import { clip } from '../../support/given/videos.js';

const UPLOAD = 'POST /open_api/v1.3/file/video/ad/upload/';

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

let tenant: AdTenant;
beforeAll(async () => {
  tenant = await adTenant(connector());
}, 30_000);

/** The clip with other bytes at its end, which players ignore, so that each test uploads a file of its own. */
async function newClip(): Promise<Buffer> {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0);
  box.write('free', 4, 'latin1');
  box.write(String(Math.random()), 8, 'latin1');
  return Buffer.concat([await clip(), box]);
}

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

describe('POST /api/ads/creatives/videos', () => {
  it('brings a video into the ad account and finds its cover', async () => {
    const { api, accountId } = tenant;
    const bytes = await newClip();

    const taken = await uploadCreative(api, 'videos', bytes, { accountId, name: 'Spring drop' });

    expect(taken.status).toBe(202);
    expect(taken.body).toMatchObject({
      accountId,
      kind: 'video',
      name: 'Spring drop',
      md5: md5(bytes),
      facts: { format: 'mp4', width: 540, height: 960 },
      progress: { totalBytes: bytes.length },
    });
    const ready = await endedCreative(connector(), api, taken.body.id);
    expect(ready).toMatchObject({
      status: 'ready',
      failCode: null,
      videoId: expect.stringMatching(/^v10033g/),
      progress: { uploadedBytes: bytes.length, totalBytes: bytes.length },
      flaws: [],
      previewUrl: expect.stringMatching(/^http/),
    });
    expect(ready.covers.map(({ imageId }) => imageId)).toContain(ready.coverImageId);
    expect(await connector().stagedFiles()).toEqual([]);
  });

  it('answers the existing creative for the same bytes in the same account', async () => {
    const { api, accountId } = tenant;
    const bytes = await newClip();
    const first = await uploadCreative(api, 'videos', bytes, { accountId });
    await endedCreative(connector(), api, first.body.id);
    const before = await connector().sandbox.calls(UPLOAD);

    const second = await uploadCreative(api, 'videos', bytes, { accountId });

    expect(second.body.id).toBe(first.body.id);
    expect(await connector().sandbox.calls(UPLOAD)).toBe(before);
  });

  it('takes the account from the query', async () => {
    const { api, accountId } = tenant;
    const body = new FormData();
    body.append('name', 'By field');
    body.append('file', new Blob([(await newClip()) as Uint8Array<ArrayBuffer>]), 'a.mp4');
    const path = `/api/ads/creatives/videos?accountId=${accountId}`;

    const taken = await api.send<Creative>('POST', path, { body });

    expect(taken.body).toMatchObject({ accountId, name: 'By field' });
    expect((await endedCreative(connector(), api, taken.body.id)).status).toBe('ready');
  });

  it('refuses an account that the organisation has not connected', async () => {
    const taken = await uploadCreative<ProblemBody>(tenant.api, 'videos', await newClip(), {
      accountId: '7000000000000000009',
    });

    expect(taken).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
    expect(await connector().stagedFiles()).toEqual([]);
  });

  it('names the field when no account is given', async () => {
    const taken = await uploadCreative<ProblemBody>(tenant.api, 'videos', await newClip(), {});

    expect(taken.status).toBe(400);
    expect(taken.body.errors?.[0]?.field).toBe('accountId');
  });

  it('refuses a file that is no video, and keeps nothing', async () => {
    const { api, accountId } = tenant;

    const taken = await uploadCreative<ProblemBody>(api, 'videos', await photo('jpeg'), { accountId });

    expect(taken).toMatchObject({ status: 415, body: { code: 'not_a_video' } });
    expect(await connector().stagedFiles()).toEqual([]);
  });
});

describe('an interrupted upload', () => {
  it('leaves neither a file nor a creative', async () => {
    const { organisationId, accountId } = tenant;
    const path = `/api/ads/creatives/videos?accountId=${accountId}&name=cut`;
    const outgoing = request(new URL(path, connector().url), {
      method: 'POST',
      agent: false,
      headers: {
        orgid: organisationId,
        authorization: `Bearer ${connector().token(organisationId)}`,
        'content-type': 'multipart/form-data; boundary=cut',
        'content-length': 10_000_000,
      },
    });
    outgoing.once('error', () => undefined);
    const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';
    outgoing.write(Buffer.concat([Buffer.from(head), await newClip()]));
    await eventually(async () => (await connector().stagedFiles()).length > 0);

    outgoing.destroy();

    await eventually(async () => (await connector().stagedFiles()).length === 0);
    const { body } = await tenant.api.get<PageBody<Creative>>('/api/ads/creatives?limit=200');
    expect(body.items.map(({ name }) => name)).not.toContain('cut');
  });
});

describe('GET /api/ads/creatives', () => {
  it('lists the newest first and filters by status and kind', async () => {
    const { api, accountId } = tenant;
    const { body: created } = await uploadCreative(api, 'videos', await newClip(), { accountId });
    await endedCreative(connector(), api, created.id);

    const { body } = await api.get<PageBody<Creative>>('/api/ads/creatives?status=ready&kind=video&limit=1');
    const none = await api.get<PageBody<Creative>>('/api/ads/creatives?status=failed');

    expect(body.items[0]?.id).toBe(created.id);
    expect(none.body.items).toEqual([]);
  });

  it('hides creatives of another organisation', async () => {
    const { api, accountId } = tenant;
    const { body } = await uploadCreative(api, 'videos', await newClip(), { accountId });

    const foreign = await connector().api().get<ProblemBody>(`/api/ads/creatives/${body.id}`);

    expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_creative' } });
  });
});
