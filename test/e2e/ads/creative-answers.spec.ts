import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from 'tiktok-sandbox/testing';
import { StagingStore } from '../../../src/content/index.js';
import { StagingJanitor } from '../../../src/content/uploads/staging/staging-janitor.js';
import { AnswerEditor } from '../../support/answer-editor.js';
import type { ProblemBody } from '../../support/api-client.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import {
  adTenant,
  endedCreative,
  uploadCreative,
  type AdTenant,
  type Creative,
} from '../../support/given/ad-tenant.js';
import { photo } from '../../support/given/photos.js';
import { clip } from '../../support/given/videos.js';

const API = '/open_api/v1.3';
const UPLOAD = `${API}/file/video/ad/upload/`;
const HOURS = 3600;

type Data = { data: Record<string, unknown>[] | { list: Record<string, unknown>[] } };

let editor: AnswerEditor;
let connector: RunningConnector;
let tenant: AdTenant;
beforeAll(async () => {
  editor = await AnswerEditor.start();
  connector = await startConnector({
    webhooks: false,
    environment: { TIKTOK_BUSINESS_BASE_URL: editor.url, TIKTOK_KEEP_RATE_LIMITS: 'false' },
    sandbox: { business: { appLevel: 'ultimate' } },
  });
  editor.target = connector.sandbox.url;
  tenant = await adTenant(connector);
}, 60_000);
afterEach(() => {
  editor.clear();
  connector.moveClock(0);
});
afterAll(async () => {
  await connector.stop();
  await editor.close();
});

let copies = 0;
async function newClip(): Promise<Buffer> {
  const box = Buffer.alloc(16);
  box.writeUInt32BE(16, 0);
  box.write('free', 4, 'latin1');
  box.writeUInt32BE((copies += 1), 8);
  return Buffer.concat([await clip(), box]);
}

async function begin(bytes: Uint8Array): Promise<string> {
  const { body } = await uploadCreative(tenant.api, 'videos', bytes, { accountId: tenant.accountId });
  return body.id;
}

const ended = (id: string) => endedCreative(connector, tenant.api, id);
const read = async (id: string) => (await tenant.api.get<Creative>(`/api/ads/creatives/${id}`)).body;

describe('odd answers to an upload', () => {
  it('fails when TikTok answers the text None instead of an id', async () => {
    editor.answer(UPLOAD, { status: 200, json: { code: 0, message: 'OK', data: [{ video_id: 'None' }] } });

    expect(await ended(await begin(await newClip()))).toMatchObject({
      status: 'failed',
      failCode: 'creative_upload_failed',
      videoId: null,
    });
  });

  it('looks the file up when the answer has no id', async () => {
    editor.edit(UPLOAD, (body) => ({ ...body, data: [{ fix_task_id: '1', flaw_types: [] }] }));
    const before = editor.callsOf(UPLOAD);

    const ready = await ended(await begin(await newClip()));

    expect(ready).toMatchObject({ status: 'ready', videoId: expect.any(String) });
    expect(editor.callsOf(UPLOAD) - before).toBe(1);
  });

  it('shows what TikTok finds wrong with a video', async () => {
    editor.edit(`${API}/file/video/ad/info/`, (body) => {
      const { data } = body as Data;
      const { list } = data as { list: object[] };
      return {
        ...body,
        data: { list: list.map((one) => Object.assign(one, { flaw_types: ['LOW_RESOLUTION'] })) },
      };
    });

    expect(await ended(await begin(await newClip()))).toMatchObject({
      status: 'ready',
      flaws: ['LOW_RESOLUTION'],
    });
  });

  it('waits while TikTok lists nothing but the id', async () => {
    let answers = 0;
    editor.edit(`${API}/file/video/ad/info/`, (body) => {
      const { data } = body as { data: { list: { video_id: string }[] } };
      const bare = data.list.map(({ video_id }) => ({ video_id }));
      return (answers += 1) > 2 ? body : { ...body, data: { list: bare } };
    });

    expect(await ended(await begin(await newClip()))).toMatchObject({ status: 'ready' });
    expect(answers).toBe(3);
  });
});

describe('covers', () => {
  it('are read again once their URLs have expired', async () => {
    const { id, covers } = await ended(await begin(await newClip()));
    expect(covers[0]?.url).toMatch(/^http/);
    connector.moveClock(2 * HOURS);

    const later = await read(id);

    expect(later.covers[0]?.url).toMatch(/^http/);
    expect(editor.callsOf(`${API}/file/video/suggestcover/`)).toBeGreaterThanOrEqual(2);
  });

  it('are shown without URLs when TikTok does not answer', async () => {
    const { id, coverImageId } = await ended(await begin(await newClip()));
    editor.answer(`${API}/file/video/suggestcover/`, { status: 503 });
    connector.moveClock(2 * HOURS);

    const later = await read(id);

    expect(later.coverImageId).toBe(coverImageId);
    expect(new Set(later.covers.map(({ url }) => url))).toEqual(new Set([null]));
  });

  it('are chosen by their image id', async () => {
    const { id, covers } = await ended(await begin(await newClip()));
    const choose = (coverImageId: string) =>
      tenant.api.send<Creative & ProblemBody>('PATCH', `/api/ads/creatives/${id}`, {
        body: JSON.stringify({ coverImageId }),
        headers: { 'content-type': 'application/json' },
      });

    const chosen = await choose(covers[3]?.imageId ?? '');
    const foreign = await choose('tos-elsewhere');

    expect(chosen).toMatchObject({ status: 200, body: { coverImageId: covers[3]?.imageId } });
    expect(foreign).toMatchObject({ status: 400, body: { errors: [{ field: 'coverImageId' }] } });
    expect((await read(id)).coverImageId).toBe(covers[3]?.imageId);
  });
});

describe('a repeated form', () => {
  it('with the same Idempotency-Key gets the first answer', async () => {
    const api = tenant.api.with({ 'idempotency-key': 'creative-1' });
    const send = async () => {
      const body = new FormData();
      body.append('file', new Blob([(await newClip()) as Uint8Array<ArrayBuffer>]), 'a.mp4');
      return await api.send<Creative>('POST', `/api/ads/creatives/videos?accountId=${tenant.accountId}`, {
        body,
      });
    };

    const [first, second] = [await send(), await send()];

    expect(second.body.id).toBe(first.body.id);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    await ended(first.body.id);
  });

  it('of an image answers the existing image', async () => {
    const bytes = await photo();
    const send = () => uploadCreative(tenant.api, 'images', bytes, { accountId: tenant.accountId });
    const first = await send();
    await ended(first.body.id);
    expect((await send()).body.id).toBe(first.body.id);
  });
});

describe('the janitor of staged files', () => {
  it('keeps the file of a creative until TikTok has it', async () => {
    editor.answer(UPLOAD, { status: 503 });
    const id = await begin(await newClip());
    const [name = ''] = await eventually(async () => {
      const files = await connector.stagedFiles();
      return files.length > 0 && files;
    });
    const old = new Date(Date.now() - 2 * HOURS * 1000);
    await utimes(path.join(connector.config.dataDir, 'uploads', name), old, old);

    await connector.app.get(StagingJanitor, { strict: false }).clean();

    expect(await connector.app.get(StagingStore, { strict: false }).has(name)).toBe(true);
    editor.clear();
    connector.moveClock(60);
    expect(await ended(id)).toMatchObject({ status: 'ready' });
    expect(await connector.stagedFiles()).toEqual([]);
  });
});
