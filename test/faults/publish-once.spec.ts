import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildService, type BuiltService } from '../support/built-service.js';
import { KillingGround, type Poster, type Step } from '../support/killing-ground.js';
import { until } from '../support/launched-service.js';
import { largeVideo, type VideoFile } from '../support/media.js';
import { begin, ready, statusOf } from '../support/publishing.js';
import { withSeed, type SeededRandom } from '../support/seeded-random.js';
import { ServicePair } from '../support/service-pair.js';
import { cutUpload, uploadFile } from '../support/uploads.js';

const MINUTES = 60_000;
// Six chunks of 10 MB, of which the last takes the rest.
const SIZE = 65_000_000;
const CHUNK = 10_000_000;
const BEFORE_LAST_CHUNK = 5;

const CREATOR_INFO = '/creator_info/query/';
const INIT = '/video/init/';
const UPLOAD = '/upload/';
const STATUS = '/status/fetch/';

/** Nothing more is to come of these: a public video is `published` only until it has its id. */
const ENDS = new Set(['public', 'in_inbox', 'failed', 'cancelled', 'removed', 'unknown']);

interface Post {
  poster: Poster;
  publishId: string;
}

let ground: KillingGround;
let file: VideoFile;
beforeAll(async () => {
  await buildService();
  ground = await KillingGround.open();
  file = await largeVideo(SIZE);
}, 5 * MINUTES);
afterAll(async () => {
  await file.remove();
  await ground.close();
});

const call = (path: string, moment: 'request' | 'answer'): Step => ({ call: { path, moment } });
const inBody = (bytes: number): Step => ({ call: { path: UPLOAD, moment: 'body', bytes } });
const before = (field: string, relation = 'publications'): Step => ({ change: [relation, field, 'before'] });
const inCommit = (field: string, relation = 'publications'): Step => ({
  change: [relation, field, 'commit'],
});

/** Asks for the post, and does not wait for the answer: the process may be dead before it comes. */
function order(poster: Poster, publishId: string, service: BuiltService): Promise<BuiltService> {
  const answered = ground.api(poster, service).provider('publish-video', { publishId });
  answered.catch(() => undefined);
  return Promise.resolve(service);
}

const resume = () => ground.start();

async function head(): Promise<Buffer> {
  const handle = await open(file.path);
  const { buffer } = await handle.read(Buffer.alloc(1_000_000), 0, 1_000_000, 0);
  await handle.close();
  return buffer;
}

/** Each chunk breaks off, is taken although nobody learns of it, and is written down: in vain, or really. */
function chunks(): Step[] {
  const each = Array.from({ length: BEFORE_LAST_CHUNK }, (_, index) => [
    inBody(Math.round(((index + 1) / 7) * CHUNK)),
    call(UPLOAD, 'answer'),
    ...(index % 2 === 0 ? [before('uploaded_bytes')] : []),
    inCommit('uploaded_bytes'),
  ]);
  const last = [
    before('last_chunk_sent_at'),
    inCommit('last_chunk_sent_at'),
    call(UPLOAD, 'request'),
    inBody(12_000_000),
    call(UPLOAD, 'answer'),
    before('transferred_at'),
    inCommit('transferred_at'),
  ];
  return [...each.flat(), ...last];
}

async function onceItIsPublished(): Promise<void> {
  for (const step of [
    before('status'),
    call(STATUS, 'answer'),
    inCommit('status'),
    before('staged_file', 'publication_media'),
    inCommit('staged_file', 'publication_media'),
  ])
    await ground.killAt(step, resume);
}

describe('SIGKILL at every step of the way of one video', () => {
  let poster: Poster;
  let publishId: string;

  it(
    'leaves one whole post',
    async () => {
      await ground.sandbox.control('/settings', { processingMs: 600_000, moderationMs: 600_000 });
      await whileItIsUploaded();
      for (const step of [before('status'), inCommit('consented_at')])
        await ground.killAt(step, async () => order(poster, publishId, await ground.start()));
      for (const step of [
        call(CREATOR_INFO, 'request'),
        call(CREATOR_INFO, 'answer'),
        before('init_sent_at'),
        inCommit('tiktok_publish_id'),
        call(UPLOAD, 'request'),
        ...chunks(),
        call(STATUS, 'request'),
        call(STATUS, 'answer'),
        before('polls'),
        inCommit('polls'),
      ])
        await ground.killAt(step, resume);
      await ground.sandbox.control('/clock', { advanceSeconds: 601 });
      await onceItIsPublished();
      await ground.sandbox.control('/clock', { advanceSeconds: 601 });
      for (const step of [before('post_ids'), call(STATUS, 'answer'), inCommit('post_ids')])
        await ground.killAt(step, resume);
      await theOnlyPost();
    },
    8 * MINUTES,
  );

  async function whileItIsUploaded(): Promise<void> {
    const service = await ground.start();
    poster = await ground.poster(service);
    const { uploadUrl, ...begun } = await begin(ground.api(poster, service), { caption: 'the one and only' });
    publishId = begun.publishId;
    await cutUpload(uploadUrl, await head(), SIZE, 'raw', async () => {
      await until(async () => (await ground.stagedFiles()).length > 0);
      await ground.kill(service);
    });
    const next = await ground.start();
    expect((await uploadFile(uploadUrl, file, 'raw')).status).toBe(200);
    await ground.kill(next);
  }

  async function theOnlyPost(): Promise<void> {
    const service = await ground.start();
    const seen = await until(async () => {
      const status = await statusOf(ground.api(poster, service), publishId);
      return status.status === 'public' && status;
    });
    const posts = await ground.sandbox.publicationsOf(poster.username);
    expect(posts).toMatchObject([
      { sha256: file.sha256, caption: 'the one and only', postIds: seen.postIds },
    ]);
    expect(seen.postIds).toHaveLength(1);
    expect((await ground.stagedFiles()).filter((name) => !name.endsWith('.part'))).toEqual([]);
    await service.stop();
  }
});

describe('SIGKILL between the word that init is sent and its saved answer', () => {
  let survivor: BuiltService | undefined;
  afterAll(() => survivor?.stop());

  it.each<[string, Step]>([
    ['before it leaves', call(INIT, 'request')],
    ['when TikTok has begun it', call(INIT, 'answer')],
    ['while its answer is saved', before('tiktok_publish_id')],
    ['when only the word is written', inCommit('init_sent_at')],
  ])(
    '(%s) leaves no post that is begun twice, and people are told that nobody knows',
    async (_name, step) => {
      const victim = survivor ?? (await ground.start());
      const poster = await ground.poster(victim);
      const publishId = await ready(ground.api(poster, victim));

      await ground.killAt(step, () => order(poster, publishId, victim));

      const service = (survivor = await ground.start());
      const api = ground.api(poster, service);
      await until(async () => (await statusOf(api, publishId)).status === 'unknown');
      expect(await noticesOf(poster, service)).toEqual([publishId]);
      expect(await api.provider('publish-video', { publishId })).toMatchObject({
        body: { status: 'unknown' },
      });
      expect((await ground.sandbox.publicationsOf(poster.username)).length).toBeLessThanOrEqual(1);
    },
    2 * MINUTES,
  );
});

const RANDOM_KILLS = 14;
const POSTS = 2 * RANDOM_KILLS;
// The promise: so long after the last kill everything is settled.
const SETTLED_WITHIN_MS = 2 * MINUTES;

async function manyReady(service: BuiltService): Promise<Post[]> {
  const posts: Post[] = [];
  while (posts.length < POSTS) {
    const poster = await ground.poster(service);
    posts.push({ poster, publishId: await ready(ground.api(poster, service)) });
  }
  return posts;
}

async function orderSomewhere({ poster, publishId }: Post, service: BuiltService): Promise<void> {
  expect((await ground.api(poster, service).provider('publish-video', { publishId })).status).toBe(202);
}

async function settled(
  { poster, publishId }: Post,
  service: BuiltService,
  patienceMs: number,
): Promise<void> {
  const api = ground.api(poster, service);
  const { status, postIds } = await until(async () => {
    const seen = await statusOf(api, publishId);
    return ENDS.has(seen.status) && seen;
  }, patienceMs);
  const posts = await ground.sandbox.publicationsOf(poster.username);
  expect(posts.length).toBeLessThanOrEqual(1);
  if (status === 'unknown') expect(await noticesOf(poster, service)).toEqual([publishId]);
  else expect(posts).toMatchObject([{ status: 'PUBLISH_COMPLETE', postIds }]);
}

async function killAtRandom(random: SeededRandom): Promise<void> {
  await ground.sandbox.control('/settings', { processingMs: 500, moderationMs: 1_000 });
  const pair = await ServicePair.start(ground);
  const posts = await manyReady(pair.first);
  await ground.sandbox.fault({ match: '/v2/post/*', kind: 'slow', ms: 400, probability: 0.5 });
  for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
    const due = posts.slice(2 * kill, 2 * kill + 2);
    await Promise.all(due.map((post) => orderSomewhere(post, random.pick(pair.first, pair.second))));
    await wait(random.integer(0, 1_500));
    await pair.killOne(random.pick(0, 1));
  }
  await ground.sandbox.clearFaults();
  const lastKill = Date.now();
  for (const post of posts) await settled(post, pair.first, lastKill + SETTLED_WITHIN_MS - Date.now());
}

describe('Two processes, of which one after the other is killed at random', () => {
  it(
    'leave at most one post of each publication, and each ends, or somebody is told that nobody knows',
    () => withSeed(killAtRandom),
    6 * MINUTES,
  );
});

/** Publications about which people were told that nobody knows. */
async function noticesOf(poster: Poster, service: { url: string }): Promise<string[]> {
  const { body } = await ground
    .api(poster, service)
    .get<{ items: { kind: string; subject: { id: string } }[] }>('/api/notifications');
  return body.items.filter(({ kind }) => kind === 'publication_unknown').map(({ subject }) => subject.id);
}

it('Altogether at least fifty processes were killed', () => {
  expect(ground.kills).toBeGreaterThanOrEqual(50);
});
