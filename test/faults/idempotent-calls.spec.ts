import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody } from '../support/api-client.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Poster } from '../support/harness/crash-harness.js';
import type { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';
import type { Begun } from '../support/publishing.js';

const MINUTES = 60_000;
const POST = { title: 'New product drop', caption: 'Spring', privacyLevel: 'SELF_ONLY' };

let harness: CrashHarness;
let service: ServiceProcess;
let poster: Poster;
beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open();
  service = await harness.start();
  poster = await harness.poster(service);
}, 5 * MINUTES);
afterAll(async () => {
  await harness.close();
});

function caller(key: string): ApiClient {
  return harness.api(poster, service).with({ 'idempotency-key': key });
}

/** Sends the call without waiting: a killed process never answers. */
function send(key: string): void {
  caller(key)
    .provider('init-video-upload', POST)
    .catch(() => undefined);
}

/** Repeats the call as a client does that got no answer. @returns the publication that it gets */
async function again(key: string): Promise<string> {
  return await until(async () => {
    const { status, body } = await caller(key).provider<Begun>('init-video-upload', POST);
    if (status === 200) return body.publishId;
    expect(status).toBe(409);
    await wait(500);
    return undefined;
  });
}

async function published(): Promise<string[]> {
  const { body } = await harness
    .api(poster, service)
    .get<PageBody<{ publishId: string }>>('/api/publications?limit=200');
  return body.items.map(({ publishId }) => publishId);
}

describe('init-video-upload with an Idempotency-Key, when the process is killed', () => {
  it.each(['before', 'commit'] as const)(
    '(%s) creates one publication for the repeated call',
    async (phase) => {
      const key = randomUUID();
      const known = new Set(await published());

      await harness.killAt({ change: ['idempotency_keys', 'status', phase] }, () => {
        send(key);
        return Promise.resolve(service);
      });
      service = await harness.start();
      const publishId = await again(key);

      expect((await published()).filter((id) => !known.has(id))).toEqual([publishId]);
    },
  );

  it(
    'creates one publication for each repeated call, at any moment',
    async () => {
      const known = new Set(await published());
      const keys: string[] = [];
      for (const moment of [0, 5, 10, 20, 40]) {
        const batch = Array.from({ length: 5 }, () => randomUUID());
        keys.push(...batch);
        batch.forEach(send);
        await wait(moment);
        await harness.kill(service);
        service = await harness.start();
      }

      const got = await Promise.all(keys.map(again));

      expect(new Set(got).size).toBe(keys.length);
      expect((await published()).filter((id) => !known.has(id)).toSorted()).toEqual(got.toSorted());
    },
    3 * MINUTES,
  );
});
