import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody } from '../support/api-client.js';
import { buildService, type BuiltService } from '../support/built-service.js';
import { KillingGround, type Poster } from '../support/killing-ground.js';
import { until } from '../support/launched-service.js';
import type { Begun } from '../support/publishing.js';

const MINUTES = 60_000;
const POST = { title: 'New product drop', caption: 'Spring', privacyLevel: 'SELF_ONLY' };

let ground: KillingGround;
let service: BuiltService;
let poster: Poster;
beforeAll(async () => {
  await buildService();
  ground = await KillingGround.open();
  service = await ground.start();
  poster = await ground.poster(service);
}, 5 * MINUTES);
afterAll(async () => {
  await ground.close();
});

function caller(key: string): ApiClient {
  return ground.api(poster, service).with({ 'idempotency-key': key });
}

/** Sends the call, and does not wait for an answer that may never come. */
function send(key: string): void {
  caller(key)
    .provider('init-video-upload', POST)
    .catch(() => undefined);
}

/** Sends it again as a client does that was told nothing. @returns the publication that it gets */
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
  const { body } = await ground
    .api(poster, service)
    .get<PageBody<{ publishId: string }>>('/api/publications?limit=200');
  return body.items.map(({ publishId }) => publishId);
}

describe('A process that is killed while it begins a post with an Idempotency-Key', () => {
  it.each(['before', 'commit'] as const)(
    '(%s) leaves one post for the call that is sent again',
    async (phase) => {
      const key = randomUUID();
      const known = new Set(await published());

      await ground.killAt({ change: ['idempotency_keys', 'status', phase] }, () => {
        send(key);
        return Promise.resolve(service);
      });
      service = await ground.start();
      const publishId = await again(key);

      expect((await published()).filter((id) => !known.has(id))).toEqual([publishId]);
    },
  );

  it(
    'at any moment leaves one post for each call that is sent again',
    async () => {
      const known = new Set(await published());
      const keys: string[] = [];
      for (const moment of [0, 5, 10, 20, 40]) {
        const batch = Array.from({ length: 5 }, () => randomUUID());
        keys.push(...batch);
        batch.forEach(send);
        await wait(moment);
        await ground.kill(service);
        service = await ground.start();
      }

      const got = await Promise.all(keys.map(again));

      expect(new Set(got).size).toBe(keys.length);
      expect((await published()).filter((id) => !known.has(id)).toSorted()).toEqual(got.toSorted());
    },
    3 * MINUTES,
  );
});
