import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Poster, type Step } from '../support/harness/crash-harness.js';
import { ServicePair } from '../support/harness/service-pair.js';
import type { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';
import { largeVideo, type VideoFile } from '../support/given/videos.js';
import { begin, ready, statusOf } from '../support/given/publications.js';
import { withSeed, type SeededRandom } from '../support/seeded-random.js';
import { IS_SOAK, lengthOf, sampleOf } from '../support/short-form.js';
import { cutUpload, uploadFile } from '../support/given/uploads.js';

const MINUTES = 60_000;
// Six chunks of 10 MB, of which the last takes the rest.
const SIZE = 65_000_000;
const CHUNK = 10_000_000;
const BEFORE_LAST_CHUNK = 5;

const CREATOR_INFO = '/creator_info/query/';
const INIT = '/video/init/';
const UPLOAD = '/upload/';
const STATUS = '/status/fetch/';

/** Final statuses. `published` is not one: a public video is `published` until it has its id. */
const ENDS = new Set(['public', 'in_inbox', 'failed', 'cancelled', 'removed', 'unknown']);

interface Post {
  poster: Poster;
  publishId: string;
}

let harness: CrashHarness;
let file: VideoFile;
beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open();
  file = await largeVideo(SIZE);
}, 5 * MINUTES);
afterAll(async () => {
  await file.remove();
  await harness.close();
});

const call = (path: string, moment: 'request' | 'answer'): Step => ({ call: { path, moment } });
const inBody = (bytes: number): Step => ({ call: { path: UPLOAD, moment: 'body', bytes } });
const before = (field: string, relation = 'publications'): Step => ({ change: [relation, field, 'before'] });
const inCommit = (field: string, relation = 'publications'): Step => ({
  change: [relation, field, 'commit'],
});

/** Calls publish-video without waiting: a killed process never answers. */
function order(poster: Poster, publishId: string, service: ServiceProcess): Promise<ServiceProcess> {
  const answered = harness.api(poster, service).provider('publish-video', { publishId });
  answered.catch(() => undefined);
  return Promise.resolve(service);
}

const resume = () => harness.start();

async function head(): Promise<Buffer> {
  const handle = await open(file.path);
  const { buffer } = await handle.read(Buffer.alloc(1_000_000), 0, 1_000_000, 0);
  await handle.close();
  return buffer;
}

/** Each chunk is cut, is received without an answer to us, and is written to the journal: rolled back, or committed. */
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

const ON_THE_WAY: Step[] = [
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
];
const ONCE_PUBLISHED: Step[] = [
  before('status'),
  call(STATUS, 'answer'),
  inCommit('status'),
  before('staged_file', 'publication_media'),
  inCommit('staged_file', 'publication_media'),
];
const ONCE_PUBLIC: Step[] = [before('post_ids'), call(STATUS, 'answer'), inCommit('post_ids')];
// Every step is a promise of its own, and each run of the short form draws others: a step that begins to post twice fails
// within a few runs, and always in the soak.
const SHORT_KILL_POINTS = 9;

describe('SIGKILL at the steps of publishing one video', () => {
  let poster: Poster;
  let publishId: string;

  it('leaves one whole post', () => withSeed(killAtSteps), 8 * MINUTES);

  async function killAtSteps(random: SeededRandom): Promise<void> {
    const all = [...ON_THE_WAY, ...ONCE_PUBLISHED, ...ONCE_PUBLIC];
    const chosen = new Set(
      sampleOf(all, { what: 'kill points of publishing one video', short: SHORT_KILL_POINTS }, random),
    );
    const killAtEach = async (steps: Step[]) => {
      for (const step of steps.filter((one) => chosen.has(one))) await harness.killAt(step, resume);
    };
    await harness.sandbox.control('/settings', { processingMs: 600_000, moderationMs: 600_000 });
    await whileItIsUploaded();
    for (const step of [before('status'), inCommit('consented_at')])
      await harness.killAt(step, async () => order(poster, publishId, await harness.start()));
    await killAtEach(ON_THE_WAY);
    await runUntil('processing');
    await harness.sandbox.control('/clock', { advanceSeconds: 601 });
    await killAtEach(ONCE_PUBLISHED);
    await runUntil('published');
    await harness.sandbox.control('/clock', { advanceSeconds: 601 });
    await killAtEach(ONCE_PUBLIC);
    await theOnlyPost();
  }

  /** The sample may end earlier on the way, and the sandbox counts its times from the end of the upload. */
  async function runUntil(status: string): Promise<void> {
    const service = await harness.start();
    await until(async () => (await statusOf(harness.api(poster, service), publishId)).status === status);
    await harness.kill(service);
  }

  async function whileItIsUploaded(): Promise<void> {
    const service = await harness.start();
    poster = await harness.poster(service);
    const { uploadUrl, ...begun } = await begin(harness.api(poster, service), {
      caption: 'the one and only',
    });
    publishId = begun.publishId;
    await cutUpload(uploadUrl, await head(), SIZE, 'raw', async () => {
      await until(async () => (await harness.stagedFiles()).length > 0);
      await harness.kill(service);
    });
    const next = await harness.start();
    expect((await uploadFile(uploadUrl, file, 'raw')).status).toBe(200);
    await harness.kill(next);
  }

  async function theOnlyPost(): Promise<void> {
    const service = await harness.start();
    const seen = await until(async () => {
      const status = await statusOf(harness.api(poster, service), publishId);
      return status.status === 'public' && status;
    });
    const posts = await harness.sandbox.publicationsOf(poster.username);
    expect(posts).toMatchObject([
      { sha256: file.sha256, caption: 'the one and only', postIds: seen.postIds },
    ]);
    expect(seen.postIds).toHaveLength(1);
    expect((await harness.stagedFiles()).filter((name) => !name.endsWith('.part'))).toEqual([]);
    await service.stop();
  }
});

describe('SIGKILL between the init mark and the saved answer of init', () => {
  let survivor: ServiceProcess | undefined;
  afterAll(() => survivor?.stop());

  it.each<[string, Step]>([
    ['before init is sent', call(INIT, 'request')],
    ['after TikTok received init', call(INIT, 'answer')],
    ['while the answer is saved', before('tiktok_publish_id')],
    ['when only the mark is committed', inCommit('init_sent_at')],
  ])(
    '(%s) sends init at most once, and notifies of an unknown outcome',
    async (_name, step) => {
      const victim = survivor ?? (await harness.start());
      const poster = await harness.poster(victim);
      const publishId = await ready(harness.api(poster, victim));

      await harness.killAt(step, () => order(poster, publishId, victim));

      const service = (survivor = await harness.start());
      const api = harness.api(poster, service);
      await until(async () => (await statusOf(api, publishId)).status === 'unknown');
      expect(await noticesOf(poster, service)).toEqual([publishId]);
      expect(await api.provider('publish-video', { publishId })).toMatchObject({
        body: { status: 'unknown' },
      });
      expect((await harness.sandbox.publicationsOf(poster.username)).length).toBeLessThanOrEqual(1);
    },
    2 * MINUTES,
  );
});

const RANDOM_KILLS = lengthOf({
  what: 'kills at random moments while two processes publish',
  full: 14,
  short: 4,
});
const POSTS = 2 * RANDOM_KILLS;
// The promise: everything is settled so long after the last kill.
const SETTLED_WITHIN_MS = 2 * MINUTES;

async function manyReady(service: ServiceProcess): Promise<Post[]> {
  const posts: Post[] = [];
  while (posts.length < POSTS) {
    const poster = await harness.poster(service);
    posts.push({ poster, publishId: await ready(harness.api(poster, service)) });
  }
  return posts;
}

async function orderSomewhere({ poster, publishId }: Post, service: ServiceProcess): Promise<void> {
  expect((await harness.api(poster, service).provider('publish-video', { publishId })).status).toBe(202);
}

async function settled(
  { poster, publishId }: Post,
  service: ServiceProcess,
  patienceMs: number,
): Promise<void> {
  const api = harness.api(poster, service);
  const { status, postIds } = await until(async () => {
    const seen = await statusOf(api, publishId);
    return ENDS.has(seen.status) && seen;
  }, patienceMs);
  const posts = await harness.sandbox.publicationsOf(poster.username);
  expect(posts.length).toBeLessThanOrEqual(1);
  if (status === 'unknown') expect(await noticesOf(poster, service)).toEqual([publishId]);
  else expect(posts).toMatchObject([{ status: 'PUBLISH_COMPLETE', postIds }]);
}

async function killAtRandom(random: SeededRandom): Promise<void> {
  await harness.sandbox.control('/settings', { processingMs: 500, moderationMs: 1_000 });
  const pair = await ServicePair.start(harness);
  const posts = await manyReady(pair.first);
  await harness.sandbox.fault({ match: '/v2/post/*', kind: 'slow', ms: 400, probability: 0.5 });
  for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
    const due = posts.slice(2 * kill, 2 * kill + 2);
    await Promise.all(due.map((post) => orderSomewhere(post, random.pick(pair.first, pair.second))));
    await wait(random.integer(0, 1_500));
    await pair.killOne(random.pick(0, 1));
  }
  await harness.sandbox.clearFaults();
  const lastKill = Date.now();
  for (const post of posts) await settled(post, pair.first, lastKill + SETTLED_WITHIN_MS - Date.now());
}

describe('two processes that are killed in turn at random moments', () => {
  it(
    'leave at most one post per publication, and settle each or notify of an unknown outcome',
    () => withSeed(killAtRandom),
    6 * MINUTES,
  );
});

/** Publications with a notice of an unknown outcome. */
async function noticesOf(poster: Poster, service: { url: string }): Promise<string[]> {
  const { body } = await harness
    .api(poster, service)
    .get<{ items: { kind: string; subject: { id: string } }[] }>('/api/notifications');
  return body.items.filter(({ kind }) => kind === 'publication_unknown').map(({ subject }) => subject.id);
}

it('at least 50 processes were killed in the full form, 15 in the short one', () => {
  expect(harness.kills).toBeGreaterThanOrEqual(IS_SOAK ? 50 : 15);
});
