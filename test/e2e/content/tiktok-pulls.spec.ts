import { describe, expect, it } from '@jest/globals';
import { LinkSigner } from '../../../src/common/index.js';
import { useConnector } from '../../support/connector.js';
import { collectLog } from '../../support/log-lines.js';
import { clip, sha256 } from '../../support/given/videos.js';
import { ready } from '../../support/given/publications.js';

const FILE = 'tiktokAbC123.txt';
const CONTENT = 'tiktok-developers-site-verification=AbC123';
const connector = useConnector({
  environment: { TIKTOK_VERIFICATION_FILES: JSON.stringify({ [FILE]: CONTENT }), LOG_LEVEL: 'info' },
});

/** Uploads a video whose publication has the given status and returns its media URL. */
async function media(status = 'processing') {
  const { api } = await connector().tenant();
  const publishId = await ready(api);
  await setStatus(publishId, status);
  const [row] = await connector().database.query<{ id: string }>(
    `SELECT id FROM publication_media WHERE publication_id = '${publishId}'`,
  );
  const id = row?.id ?? '';
  const signer = new LinkSigner(connector().config.encryptionKeys, 'media pulls');
  return { publishId, id, path: `/tiktok-verification/media/${id}/${signer.sign([id])}.mp4` };
}

async function setStatus(publishId: string, status: string): Promise<void> {
  await connector().database.query(
    `UPDATE publications SET status = '${status}', due_at = NULL WHERE id = '${publishId}'`,
  );
}

async function fetched(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(new URL(path, connector().url), { method, headers, redirect: 'manual' });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const at = (id: string, file: string) => `/tiktok-verification/media/${id}/${file}`;

describe('ownership file', () => {
  it('is served as plain text', async () => {
    const { response, bytes } = await fetched(`/tiktok-verification/${FILE}`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(bytes.toString()).toBe(CONTENT);
  });

  it.each(['other.txt', '..%2f..%2fetc%2fpasswd', 'constructor', '__proto__', '%00.txt', FILE.toLowerCase()])(
    'returns 404 for another name: %s',
    async (name) => {
      expect((await fetched(`/tiktok-verification/${name}`)).response.status).toBe(404);
    },
  );
});

describe('media file for TikTok', () => {
  it('is served byte for byte without a JWT or redirect', async () => {
    const { path } = await media();
    const whole = await clip();

    const { response, bytes } = await fetched(path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    expect(sha256(bytes)).toBe(sha256(whole));
  });

  it('returns size and type to HEAD', async () => {
    const { path } = await media();

    const { response, bytes } = await fetched(path, {}, 'HEAD');

    expect([response.status, bytes.length]).toEqual([200, 0]);
    expect(response.headers.get('content-length')).toBe(String((await clip()).length));
    expect(response.headers.get('accept-ranges')).toBe('bytes');
  });

  it('supports ranges', async () => {
    const { path } = await media();
    const whole = await clip();

    const { response, bytes } = await fetched(path, { range: 'bytes=1000-1999' });
    const beyond = await fetched(path, { range: `bytes=${whole.length}-` });
    const changed = await fetched(path, { range: 'bytes=0-9', 'if-range': '"another file"' });

    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 1000-1999/${whole.length}`);
    expect(bytes.equals(whole.subarray(1000, 2000))).toBe(true);
    expect(beyond.response.status).toBe(416);
    expect(beyond.response.headers.get('content-range')).toBe(`bytes */${whole.length}`);
    expect([changed.response.status, changed.bytes.length]).toEqual([200, whole.length]);
  });

  it('is served only while its publication is in progress', async () => {
    const { path, publishId } = await media('ready');
    const seen: Record<string, number> = {};
    for (const status of [
      'ready',
      'publishing',
      'processing',
      'published',
      'failed',
      'cancelled',
      'unknown',
    ]) {
      await setStatus(publishId, status);
      seen[status] = (await fetched(path)).response.status;
    }

    expect(seen).toEqual({
      ready: 404,
      publishing: 200,
      processing: 200,
      published: 404,
      failed: 404,
      cancelled: 404,
      unknown: 404,
    });
  });

  it('requires its own signature and extension', async () => {
    const [one, other] = [await media(), await media()];

    for (const path of [
      at(one.id, lastPart(other.path)),
      at(one.id, lastPart(one.path).replace('.mp4', '.mov')),
      at(one.id, lastPart(one.path).replace('.mp4', '')),
      at(one.id, `${lastPart(one.path)}.mp4`),
      at(one.id, '.mp4'),
      at('not-an-id', lastPart(one.path)),
    ]) {
      expect([path, (await fetched(path)).response.status]).toEqual([path, 404]);
    }
  });

  it('keeps its signed URL out of the logs', async () => {
    const { path, id } = await media();
    const log = collectLog(connector().app);

    await fetched(path);
    await fetched(`${path}/nowhere`);

    const lines = log.map((line) => JSON.stringify(line)).join('\n');
    expect(lines).toContain(id);
    expect(lines).not.toContain(lastPart(path).replace('.mp4', ''));
  });
});
