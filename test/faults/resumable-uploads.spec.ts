import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { reservePort } from '../support/free-port.js';
import { largeVideo, type VideoFile } from '../support/media.js';
import { begin, publish, statusOf, untilStatus } from '../support/publishing.js';
import { S3Server } from '../support/s3/s3-server.js';
import { ServiceProcess } from '../support/service-process.js';
import { offsetOf, tusCall, tusUpload } from '../support/tus.js';

const SECRETS = {
  JWT_SECRET: randomUUID().repeat(2),
  TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, randomUUID()).toString('base64')}`,
};
const HALF = 35_000_000;
const TAKES_MS = 90_000;

let video: VideoFile;
let s3: S3Server;
beforeAll(async () => {
  [video, s3] = await Promise.all([largeVideo(70_000_000), S3Server.start()]);
});
afterAll(async () => {
  await video.remove();
  await s3.stop();
});

describe.each(['the local disk', 'a bucket'])('Resumable uploads that are staged on %s', (place) => {
  let connector: RunningConnector;
  const others: ServiceProcess[] = [];
  const environment = () => ({ ...SECRETS, ...(place === 'a bucket' && s3.environment) });
  beforeAll(async () => {
    connector = await startConnector({ environment: environment() });
  }, TAKES_MS);
  afterEach(async () => {
    for (const other of others.splice(0)) {
      await other.stop();
      await other.remove();
    }
  });
  afterAll(() => connector.stop());

  /** Another process of the same service: it shares the database and the staging store. */
  async function another(): Promise<{ process: ServiceProcess; at: (tusUrl: string) => string }> {
    const port = await reservePort();
    const { config, sandbox } = connector;
    const process = await ServiceProcess.start(port, {
      NODE_ENV: 'test',
      APP_ROLE: 'api',
      LOG_LEVEL: 'warn',
      PUBLIC_URL: config.http.publicUrl,
      DATABASE_URL: config.database.url,
      DATABASE_SYSTEM_URL: config.database.systemUrl,
      DATABASE_OWNER_URL: config.database.ownerUrl,
      DATA_DIR: config.dataDir,
      TIKTOK_CLIENT_KEY: config.tiktok.login.id,
      TIKTOK_CLIENT_SECRET: config.tiktok.login.secret,
      TIKTOK_AUTH_BASE_URL: sandbox.url,
      TIKTOK_API_BASE_URL: sandbox.url,
      TIKTOK_BUSINESS_BASE_URL: sandbox.url,
      ...environment(),
    });
    others.push(process);
    const at = (tusUrl: string) => tusUrl.replace(config.http.publicUrl, `http://127.0.0.1:${port}`);
    return { process, at };
  }

  /** The upload exists already: the Location of one that a client creates would lead to PUBLIC_URL. */
  async function begun() {
    const { api } = await connector.tenant();
    const publication = await begin(api);
    await tusCall('POST', publication.tusUrl, { 'upload-length': String(video.size) });
    return { api, ...publication };
  }

  async function hashOf(publishId: string): Promise<string | undefined> {
    const sql = `SELECT sha256 FROM publication_media WHERE publication_id = '${publishId}'`;
    return (await connector.database.query<{ sha256: string }>(sql))[0]?.sha256;
  }

  it(
    'go on after the process was killed in the middle',
    async () => {
      const { api, publishId, tusUrl } = await begun();
      const { process, at } = await another();
      const killed = new Promise<void>((resolve, reject) => {
        const running = tusUpload(at(tusUrl), video, {
          onProgress: (sent) => {
            if (sent < HALF || process.hasEnded) return;
            process.kill().then(resolve, reject);
          },
        });
        running.done.then(
          () => reject(new Error('it was faster than its end')),
          () => undefined,
        );
      });
      await killed;
      const held = await offsetOf(tusUrl);

      await tusUpload(tusUrl, video).done;

      expect(held).toBeLessThan(video.size);
      expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
      expect(await hashOf(publishId)).toBe(video.sha256);
    },
    TAKES_MS,
  );

  it(
    'may come to one process and then to another, piece by piece',
    async () => {
      const { api, publishId, tusUrl } = await begun();
      const { at } = await another();
      const bytes = await readFile(video.path);
      const urls = [tusUrl, at(tusUrl)];

      for (let offset = 0, turn = 0; offset < bytes.length; turn += 1) {
        const piece = bytes.subarray(offset, offset + 11_111_111);
        const { status } = await tusCall(
          'PATCH',
          urls[turn % 2] ?? '',
          { 'upload-offset': String(offset) },
          piece,
        );
        expect(status).toBe(204);
        offset = await offsetOf(urls[(turn + 1) % 2] ?? '');
      }

      expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
      expect(await hashOf(publishId)).toBe(video.sha256);
    },
    TAKES_MS,
  );

  it(
    'that come to two processes at once are one file all the same',
    async () => {
      const { api, publishId, tusUrl } = await begun();
      const { at } = await another();
      const retryDelays = [100, 100, 200, 200, 500, 500, 1000, 1000, 1000, 1000];
      const both = [tusUrl, at(tusUrl)].map(
        (url) => tusUpload(url, video, { chunkSize: 9_000_000, retryDelays }).done,
      );

      const ends = await Promise.allSettled(both);

      expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
      expect(await hashOf(publishId)).toBe(video.sha256);
    },
    TAKES_MS,
  );

  it('reach TikTok, and leave nothing behind', async () => {
    const { api } = await connector.tenant();
    const publishId = await publish(api);

    await untilStatus(api, publishId, 'public');

    const sql = `SELECT staged_file FROM publication_media WHERE publication_id = '${publishId}'`;
    expect(await connector.database.query(sql)).toEqual([{ staged_file: null }]);
  });
});
