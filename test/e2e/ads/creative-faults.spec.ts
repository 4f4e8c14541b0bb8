import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import {
  adTenant,
  endedCreative,
  uploadCreative,
  type AdTenant,
  type Creative,
} from '../../support/given/ad-tenant.js';
import { photo } from '../../support/given/photos.js';
import { clip, largeVideo } from '../../support/given/videos.js';

const API = '/open_api/v1.3';
const UPLOAD = `POST ${API}/file/video/ad/upload/`;
const IMAGE_UPLOAD = `POST ${API}/file/image/ad/upload/`;
const TRANSFER = `POST ${API}/file/transfer/upload/`;
const START = `POST ${API}/file/start/upload/`;
const INFO = `GET ${API}/file/video/ad/info/`;
const COVERS = `GET ${API}/file/video/suggestcover/`;

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate', TIKTOK_KEEP_RATE_LIMITS: 'false' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

let tenant: AdTenant;
beforeAll(async () => {
  tenant = await adTenant(connector());
}, 30_000);
afterEach(async () => {
  connector().moveClock(0);
  await connector().sandbox.clearFaults();
});

let copies = 0;
/** The clip, different each time. */
async function newClip(): Promise<Buffer> {
  const box = Buffer.alloc(16);
  box.writeUInt32BE(16, 0);
  box.write('free', 4, 'latin1');
  box.writeUInt32BE((copies += 1), 8);
  return Buffer.concat([await clip(), box]);
}

async function begin(bytes: Uint8Array, kind: 'videos' | 'images' = 'videos'): Promise<Creative> {
  const { status, body } = await uploadCreative(tenant.api, kind, bytes, { accountId: tenant.accountId });
  expect(status).toBe(202);
  return body;
}

const ended = (id: string) => endedCreative(connector(), tenant.api, id);
const calls = (endpoint: string) => connector().sandbox.calls(endpoint);

/** A failure is stored before its file is deleted, so that a crash between the two leaves no creative without its file. */
async function expectNothingStaged(): Promise<void> {
  await eventually(async () => (await connector().stagedFiles()).length === 0);
}

/** Ids of the account's videos at TikTok. */
async function videosAtTikTok(): Promise<string[]> {
  const rows = await connector().database.query<{ video_id: string }>(
    `SELECT video_id FROM ad_creatives WHERE video_id IS NOT NULL AND status = 'ready'`,
  );
  return rows.map((row) => row.video_id);
}

describe('an upload without an answer', () => {
  it('is found by its name, and not sent again', async () => {
    const before = await calls(UPLOAD);
    await connector().sandbox.fault({ match: UPLOAD, kind: 'lost_response', times: 1 });

    const { id } = await begin(await newClip());

    expect(await ended(id)).toMatchObject({ status: 'ready' });
    expect((await calls(UPLOAD)) - before).toBe(1);
  });

  it('is found for an image, too', async () => {
    const before = await calls(IMAGE_UPLOAD);
    await connector().sandbox.fault({ match: IMAGE_UPLOAD, kind: 'lost_response', times: 1 });

    const { id } = await begin(await photo(), 'images');

    expect(await ended(id)).toMatchObject({ status: 'ready' });
    expect((await calls(IMAGE_UPLOAD)) - before).toBe(1);
  });

  it('is sent again once TikTok has certainly not got it', async () => {
    const before = await calls(UPLOAD);
    await connector().sandbox.fault({ match: UPLOAD, kind: 'reset', times: 1 });
    const { id } = await begin(await newClip());
    await eventually(async () => (await calls(UPLOAD)) > before);

    connector().moveClock(20);

    expect(await ended(id)).toMatchObject({ status: 'ready' });
    expect((await calls(UPLOAD)) - before).toBe(2);
  });

  it('stays unknown when TikTok no longer lets us look', async () => {
    await connector().sandbox.fault(
      { match: UPLOAD, kind: 'lost_response', times: 1 },
      { match: `GET ${API}/file/video/ad/search/`, kind: 'error_code', code: '40001' },
    );

    const { id } = await begin(await newClip());

    expect(await ended(id)).toMatchObject({ status: 'unknown', failCode: '40001' });
    await expectNothingStaged();
  });
});

describe('a refused upload', () => {
  it('fails with what TikTok said, and keeps nothing', async () => {
    await connector().sandbox.fault({ match: UPLOAD, kind: 'error_code', code: '40907' });

    const { id } = await begin(await newClip());

    expect(await ended(id)).toMatchObject({ status: 'failed', failCode: '40907' });
    await expectNothingStaged();
  });

  it('may be repeated with the same bytes', async () => {
    const bytes = await newClip();
    await connector().sandbox.fault({ match: UPLOAD, kind: 'error_code', code: '40907', times: 1 });
    const first = await begin(bytes);
    await ended(first.id);

    const second = await begin(bytes);

    expect(second.id).not.toBe(first.id);
    expect(await ended(second.id)).toMatchObject({ status: 'ready' });
  });
});

describe('a video that TikTok is still processing', () => {
  it.each([
    ['info', INFO, '40053'],
    ['covers', COVERS, '40901'],
  ])('is waited for when its %s answer so', async (_what, endpoint, code) => {
    await connector().sandbox.fault({ match: endpoint, kind: 'error_code', code, times: 2 });

    const { id } = await begin(await newClip());

    expect(await ended(id)).toMatchObject({ status: 'ready', failCode: null });
  });

  it('fails after half an hour', async () => {
    await connector().sandbox.fault({ match: INFO, kind: 'error_code', code: '40053' });
    const { id } = await begin(await newClip());
    await eventually(async () => (await calls(INFO)) > 0);
    await eventually(async () => {
      const { body } = await tenant.api.get<Creative>(`/api/ads/creatives/${id}`);
      return body.status === 'processing';
    });

    connector().moveClock(31 * 60);

    expect(await ended(id)).toMatchObject({ status: 'failed', failCode: 'creative_never_ready' });
  });
});

describe('a video above 20 MB', () => {
  it('is sent in the chunks that TikTok asks for, and a lost one is repeated', async () => {
    const video = await largeVideo(23_000_001);
    try {
      const before = {
        start: await calls(START),
        transfer: await calls(TRANSFER),
        upload: await calls(UPLOAD),
      };
      await connector().sandbox.fault({ match: TRANSFER, kind: 'reset', times: 1, after: 1 });

      const { id } = await begin(await readFile(video.path));

      expect(await ended(id)).toMatchObject({
        status: 'ready',
        progress: { uploadedBytes: video.size, totalBytes: video.size },
      });
      expect((await calls(START)) - before.start).toBe(1);
      expect((await calls(TRANSFER)) - before.transfer).toBe(6);
      expect((await calls(UPLOAD)) - before.upload).toBe(1);
    } finally {
      await video.remove();
    }
  }, 60_000);
});

describe('the same file twice at once', () => {
  it('is sent once', async () => {
    const bytes = await newClip();
    const before = await calls(UPLOAD);

    const both = await Promise.all([begin(bytes), begin(bytes)]);
    const [one, other] = await Promise.all(both.map(({ id }) => ended(id)));

    expect(one?.videoId).toBe(other?.videoId);
    expect((await calls(UPLOAD)) - before).toBe(1);
    expect(await videosAtTikTok()).toContain(one?.videoId);
  });
});
