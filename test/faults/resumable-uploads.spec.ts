import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { reservePort } from '../support/free-port.js';
import { buildService } from '../support/harness/build-service.js';
import { ServiceProcess } from '../support/harness/service-process.js';
import { largeVideo, type VideoFile } from '../support/media.js';
import { begin, publish, statusOf, untilStatus } from '../support/publishing.js';
import { S3Server } from '../support/s3/s3-server.js';
import { lengthOf } from '../support/short-form.js';
import { offsetOf, tusCall, tusUpload } from '../support/tus.js';

const SECRETS = {
  JWT_SECRET: randomUUID().repeat(2),
  TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, randomUUID()).toString('base64')}`,
};
// Either form has several parts of a bucket's multipart upload, and several requests of the client.
const SIZE = 1_000_000 * lengthOf({ what: 'MB of each resumable upload', full: 70, short: 26 });
const HALF = SIZE / 2;
const PIECE = 7_111_111;
const TAKES_MS = 120_000;

let video: VideoFile;
let s3: S3Server;
beforeAll(async () => {
  [video, s3] = await Promise.all([largeVideo(SIZE), S3Server.start(), buildService()]);
}, TAKES_MS);
afterAll(async () => {
  await video.remove();
  await s3.stop();
});

describe.each(['the local disk', 'a bucket'])('resumable uploads that are staged on %s', (place) => {
  let connector: RunningConnector;
  let second: ServiceProcess | undefined;
  const environment = () => ({ ...SECRETS, ...(place === 'a bucket' && s3.environment) });
  beforeAll(async () => {
    connector = await startConnector({ environment: environment() });
  }, TAKES_MS);
  afterAll(async () => {
    await second?.stop();
    await connector.stop();
  });

  /** A second process of the service, which shares the database and the staging store. */
  async function secondProcess(): Promise<{ process: ServiceProcess; at: (tusUrl: string) => string }> {
    if (!second || second.hasEnded) second = await startAnother();
    const { url } = second;
    return { process: second, at: (tusUrl) => tusUrl.replace(connector.config.http.publicUrl, url) };
  }

  async function startAnother(): Promise<ServiceProcess> {
    const { config, sandbox } = connector;
    const variables = {
      NODE_ENV: 'test',
      APP_ROLE: 'api',
      LOG_LEVEL: 'warn',
      PUBLIC_URL: config.http.publicUrl,
      DATABASE_URL: config.database.url,
      DATABASE_SYSTEM_URL: config.database.systemUrl,
      DATABASE_OWNER_URL: config.database.ownerUrl,
      TIKTOK_CLIENT_KEY: config.tiktok.login.id,
      TIKTOK_CLIENT_SECRET: config.tiktok.login.secret,
      TIKTOK_AUTH_BASE_URL: sandbox.url,
      TIKTOK_API_BASE_URL: sandbox.url,
      TIKTOK_BUSINESS_BASE_URL: sandbox.url,
      ...environment(),
    };
    return await ServiceProcess.start({ port: await reservePort(), dataDir: config.dataDir, variables });
  }

  /** Creates the upload beforehand: the Location that a client gets would lead to PUBLIC_URL. */
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
    'resume after the process was killed halfway',
    async () => {
      const { api, publishId, tusUrl } = await begun();
      const { process, at } = await secondProcess();
      const killed = new Promise<void>((resolve, reject) => {
        const running = tusUpload(at(tusUrl), video, {
          chunkSize: PIECE,
          onProgress: (sent) => {
            if (sent < HALF || process.hasEnded) return;
            process.kill().then(resolve, reject);
          },
        });
        running.done.then(
          () => reject(new Error('The upload ended before the kill')),
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
    'accept the pieces at alternating processes',
    async () => {
      const { api, publishId, tusUrl } = await begun();
      const { at } = await secondProcess();
      const bytes = await readFile(video.path);
      const urls = [tusUrl, at(tusUrl)];

      for (let offset = 0, turn = 0; offset < bytes.length; turn += 1) {
        const piece = bytes.subarray(offset, offset + PIECE);
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
    'stay one file when two processes receive them at once',
    async () => {
      const { api, publishId, tusUrl } = await begun();
      const { at } = await secondProcess();
      const retryDelays = [100, 100, 200, 200, 500, 500, 1000, 1000, 1000, 1000];
      const both = [tusUrl, at(tusUrl)].map(
        (url) => tusUpload(url, video, { chunkSize: PIECE, retryDelays }).done,
      );

      const ends = await Promise.allSettled(both);

      expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await statusOf(api, publishId)).toMatchObject({ status: 'ready' });
      expect(await hashOf(publishId)).toBe(video.sha256);
    },
    TAKES_MS,
  );

  it('reach TikTok and leave no staged file', async () => {
    const { api } = await connector.tenant();
    const publishId = await publish(api);

    await untilStatus(api, publishId, 'public');

    const sql = `SELECT staged_file FROM publication_media WHERE publication_id = '${publishId}'`;
    expect(await connector.database.query(sql)).toEqual([{ staged_file: null }]);
  });
});
