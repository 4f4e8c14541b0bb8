import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answeringTenant,
  postedReplies,
  REPLY,
  type AnsweringTenant,
  type Outgoing,
} from '../support/given/answering.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Step } from '../support/harness/crash-harness.js';
import { ServicePair } from '../support/harness/service-pair.js';
import { until } from '../support/harness/until.js';
import { withSeed, type SeededRandom } from '../support/seeded-random.js';
import { lengthOf } from '../support/short-form.js';

const MINUTES = 60_000;
const CREATE = '/comment/reply/create/';

let harness: CrashHarness;
let tenant: AnsweringTenant;
beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open({
    sandbox: { business: { accountPerMinute: 0, accountAppPerMinute: 0 } },
    environment: {
      TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
      TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
      CRM_SETTLE_SECONDS: '1',
      CRM_CHECKS: '2',
      CRM_LIMITED_AFTER_MINUTES: '0',
    },
    journals: ['crm_outbox'],
    work: ['crm_outbox', 'webhook_events'],
  });
  await harness.sandbox.control('/settings', {
    webhookUrl: `http://127.0.0.1:${harness.publicPort}/connect/webhook/tiktok`,
  });
  const service = await harness.start();
  tenant = await answeringTenant({
    sandbox: harness.sandbox,
    api: (organisationId = '') => harness.api({ organisationId, username: '' }, service),
  });
}, 5 * MINUTES);
afterAll(() => harness.close());

const change = (field: string, phase: 'before' | 'commit', row: Record<string, string>): Step => ({
  change: ['crm_outbox', field, phase, row],
});

/** @returns the reply's id */
async function order(text: string): Promise<string> {
  const { status, body } = await tenant.api.post<Outgoing>(
    `/api/crm/conversations/${tenant.conversationId}/reply`,
    { text },
  );
  expect(status).toBe(202);
  return body.id;
}

/** The reply, once the service neither sends nor looks for it. */
function settled(id: string, patienceMs?: number): Promise<Outgoing> {
  return until(async () => {
    const path = `/api/crm/conversations/${tenant.conversationId}/replies/${id}`;
    const { body } = await tenant.api.get<Outgoing>(path);
    return body.action !== 'wait' && body;
  }, patienceMs);
}

async function timesPosted(text: string): Promise<number> {
  return (await postedReplies(harness, tenant)).filter((one) => one.text === text).length;
}

describe('SIGKILL at the steps of one reply', () => {
  it.each<[string, Step, { status: string; posted: number }]>([
    ['before the mark', change('sent_at', 'before', {}), { status: 'confirmed', posted: 1 }],
    ['once marked', change('sent_at', 'commit', { status: 'sent' }), { status: 'unknown', posted: 0 }],
    ['before TikTok has it', { call: { path: CREATE, moment: 'request' } }, { status: 'unknown', posted: 0 }],
    ['before the answer', { call: { path: CREATE, moment: 'answer' } }, { status: 'confirmed', posted: 1 }],
    [
      'before the answer is saved',
      change('sent_id', 'before', { status: 'confirmed' }),
      { status: 'confirmed', posted: 1 },
    ],
    [
      'once the answer is saved',
      change('sent_id', 'commit', { status: 'confirmed' }),
      { status: 'confirmed', posted: 1 },
    ],
  ])(
    '(%s) never sends it twice, and reports the outcome',
    async (name, step, expected) => {
      const text = `killed ${name}`;
      let id = '';
      await harness.killAt(step, async () => {
        const service = await harness.running();
        id = await order(text);
        return service;
      });
      // It is also the one that is killed next.
      await harness.start();
      const reply = await settled(id);
      expect({ status: reply.status, posted: await timesPosted(text) }).toEqual(expected);
      expect(reply.action).toBe(expected.status === 'unknown' ? 'check' : null);
    },
    2 * MINUTES,
  );
});

describe('lost answers', () => {
  it.each([
    ['lost_response', 'confirmed', 1],
    ['http500_html', 'unknown', 0],
    ['reset', 'unknown', 0],
  ])(
    'settles a reply after %s as %s, and posts it %i times',
    async (kind, status, posted) => {
      await harness.running();
      const before = await harness.sandbox.calls(REPLY);
      await harness.sandbox.fault({ match: REPLY, kind, times: 1 });
      const text = `after ${kind}`;
      const id = await order(text);
      expect(await settled(id)).toMatchObject({ status });
      expect(await timesPosted(text)).toBe(posted);
      expect((await harness.sandbox.calls(REPLY)) - before).toBe(1);
      await harness.sandbox.clearFaults();
    },
    2 * MINUTES,
  );
});

const KILLS = lengthOf({ what: 'kills at random moments while two processes reply', full: 14, short: 4 });
const REPLIES_PER_KILL = 5;

async function killAtRandom(random: SeededRandom): Promise<void> {
  await harness.sandbox.fault(
    { match: REPLY, kind: 'slow', ms: 300, probability: 0.5 },
    { match: REPLY, kind: 'lost_response', probability: 0.2 },
  );
  const pair = await ServicePair.start(harness);
  const replies = new Map<string, string>();
  // A search could take one of these for another.
  const alike: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    for (let n = 0; n < REPLIES_PER_KILL; n += 1) {
      const text = `reply ${kill}.${n}`;
      replies.set(text, await order(text));
    }
    alike.push(await order('Thank you!'));
    await wait(random.integer(0, 1_500));
    await pair.killOne(random.pick(0, 1));
  }
  await harness.sandbox.clearFaults();
  for (const [text, id] of replies) {
    const { status } = await settled(id, 90_000);
    const posted = await timesPosted(text);
    expect(posted).toBeLessThanOrEqual(1);
    expect(['confirmed', 'unknown']).toContain(status);
    if (status === 'confirmed') expect(posted).toBe(1);
  }
  const ids: (string | null)[] = [];
  for (const id of alike) ids.push((await settled(id, 90_000)).commentId);
  const known = ids.filter((id) => id !== null);
  expect(new Set(known).size).toBe(known.length);
  expect(await timesPosted('Thank you!')).toBeLessThanOrEqual(alike.length);
}

describe('two processes that are killed in turn at random moments', () => {
  it('post each reply at most once, and settle all', () => withSeed(killAtRandom), 6 * MINUTES);
});
