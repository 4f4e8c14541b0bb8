import { describe, expect, it } from '@jest/globals';
import { chunkPlans } from '../../../src/content/publishing/chunk-plan.js';
import { useConnector } from '../../support/connector.js';
import { until } from '../../support/harness/until.js';
import { sha256 } from '../../support/media.js';
import { begin, statusOf, type Status } from '../../support/publishing.js';
import { randomVideo, SMALLEST } from '../../support/random-video.js';
import { CHUNK, type Fault } from '../../support/sandbox-control.js';
import { withSeed, type SeededRandom } from '../../support/seeded-random.js';
import { IS_SOAK, lengthOf } from '../../support/short-form.js';
import { FORMS, upload } from '../../support/uploads.js';
import type { Tenant } from '../../support/connector.js';

const MINUTES = 60_000;
// Either form has each border with its neighbours. The short one has one large file.
const FILES = lengthOf({ what: 'files through a faulty connection, byte for byte', full: 200, short: 36 });
const AT_ONCE = 8;
const MIB = 1_048_576;
/** Boundaries of chunk plans, pages and buffers; each is tested with its neighbours. */
const BOUNDARIES = [4_096, 65_536, MIB, 5 * MIB, 10_000_000, 10 * MIB, 20_000_000];
const LARGE = [63_999_999, 64_000_000, 64_000_001, 79_999_999];

const connector = useConnector({ webhooks: false, environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });

interface Sent extends Tenant {
  size: number;
  sha256: string;
  publishId: string;
}

/** Makes about every third call fail, each in its own way. */
function faults(random: SeededRandom): Fault[] {
  const cut = (most: number): Fault => ({
    match: CHUNK,
    kind: 'reset_mid_body',
    bytes: random.integer(1, most),
    probability: 0.04,
  });
  return [
    ...[1, 20_000, 500_000, 4_000_000, 9_000_000].map(cut),
    { match: CHUNK, kind: 'reset', probability: 0.04 },
    { match: CHUNK, kind: 'http500_html', probability: 0.04 },
    { match: CHUNK, kind: 'lost_response', probability: 0.08 },
    { match: CHUNK, kind: 'slow', ms: 300, probability: 0.04 },
  ];
}

function sizes(random: SeededRandom): number[] {
  const boundaries = BOUNDARIES.flatMap((size) => [size - 1, size, size + 1]);
  const large = IS_SOAK ? LARGE : [LARGE[random.integer(0, LARGE.length - 1)] ?? SMALLEST];
  const given = [SMALLEST, SMALLEST + 1, ...boundaries, ...large];
  // Log-uniform: as many sizes from 100 bytes to 1 KB as from 1 to 10 MB.
  const free = Array.from({ length: FILES - given.length }, () =>
    Math.round(SMALLEST * (25_000_000 / SMALLEST) ** random.next()),
  );
  return [...given, ...free];
}

async function send(size: number, random: SeededRandom): Promise<Sent> {
  const tenant = await connector().tenant();
  const bytes = await randomVideo(size, random);
  const { publishId, uploadUrl } = await begin(tenant.api);
  const { status, body } = await upload(tenant.api, uploadUrl, bytes, FORMS[random.integer(0, 1)]);
  if (status !== 200) throw new Error(`${size} bytes were rejected: ${JSON.stringify(body)}`);
  // As if TikTok had refused the earlier chunk plans, so that small files have many chunks.
  const planStep = random.integer(0, chunkPlans(size).length - 1);
  await connector().database.query('UPDATE publications SET plan_step = $2 WHERE id = $1', [
    publishId,
    planStep,
  ]);
  await tenant.api.provider('publish-video', { publishId });
  return { ...tenant, size, sha256: sha256(bytes), publishId };
}

/** Skips the pauses between retries. Runs one at a time, because concurrent calls lock each other's rows. */
async function untilOver({ api, publishId }: Sent): Promise<Status> {
  return await until(async () => {
    await connector().hurry();
    const seen = await statusOf(api, publishId);
    return ['public', 'failed', 'unknown'].includes(seen.status) && seen;
  }, 2 * MINUTES);
}

async function assertWhole(sent: Sent): Promise<void> {
  const { status, postIds, failReason } = await untilOver(sent);
  const posts = await connector().sandbox.publicationsOf(sent.username);
  const { size: totalBytes, sha256: hash } = sent;
  expect({ status, failReason, posts }).toMatchObject({
    status: 'public',
    posts: [{ totalBytes, receivedBytes: totalBytes, sha256: hash, postIds }],
  });
  expect(postIds).toHaveLength(1);
}

describe('uploads from 100 bytes to 80 MB with connection faults', () => {
  it(
    'reach TikTok byte for byte, each as one post',
    () =>
      withSeed(async (random) => {
        await connector().sandbox.fault(...faults(random));
        const all = sizes(random);
        for (let first = 0; first < all.length; first += AT_ONCE) {
          // TikTok does not document whether progress is a count or the last byte.
          const uploadProgress = random.pick('count', 'last');
          await connector().sandbox.control('/settings', { uploadProgress });
          const sent: Sent[] = [];
          for (const size of all.slice(first, first + AT_ONCE)) sent.push(await send(size, random));
          for (const one of sent) await assertWhole(one);
        }
      }),
    8 * MINUTES,
  );
});
