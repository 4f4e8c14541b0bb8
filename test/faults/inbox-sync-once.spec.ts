import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tenant } from '../support/connector.js';
import { connectBusiness, businessTenant } from '../support/given/business-tenant.js';
import { MESSAGE_SCOPES, write } from '../support/given/direct-messages.js';
import { inboxOf } from '../support/given/inbox-dump.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Step } from '../support/harness/crash-harness.js';
import type { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';

const MINUTES = 60_000;
const LOGIN = ['video.list', 'user.info.stats'];
// Several pages of 30, and a thread whose replies need pages of their own.
const COMMENTS = 70;
const REPLIES = 40;
const PERSONS = 6;
const COMMENT_LIST = '/business/comment/list/';
const REPLY_LIST = '/business/comment/reply/list/';
const MESSAGE_LIST = '/business/message/content/list/';

let harness: CrashHarness;
let killed: Tenant;
/** Another organisation with the same account, whose syncs nothing disturbs. */
let reference: Tenant;

beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open({
    sandbox: { business: { accountPerMinute: 0, accountAppPerMinute: 0, appRateLimits: false } },
    environment: {
      TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
      TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
      TIKTOK_BUSINESS_ACCOUNT_SCOPES: `${MESSAGE_SCOPES},comment.list,comment.list.manage`,
    },
    journals: ['sync_runs'],
    work: ['sync_runs'],
  });
  const service = await harness.start();
  killed = await businessTenant(connectorAt(service), LOGIN, { videos: 1, comments: COMMENTS });
  reference = await connectBusiness(
    connectorAt(service),
    { username: killed.username, organisationId: `org-${randomUUID()}` },
    LOGIN,
  );
  for (const tenant of [killed, reference]) await ended(tenant, await trigger(tenant, 'videos'));
  await fillInbox();
  for (const kind of ['comments', 'messages']) await ended(reference, await trigger(reference, kind));
}, 5 * MINUTES);
afterAll(() => harness.close());

const connectorAt = (service: ServiceProcess) => ({
  sandbox: harness.sandbox,
  api: (organisationId = '') => harness.api({ organisationId, username: '' }, service),
});

async function fillInbox(): Promise<void> {
  const [video] = await harness.database.query<{ id: string }>(
    'SELECT video_id AS id FROM social_activity WHERE integration_id = $1',
    [killed.integrationId],
  );
  const videoId = video?.id ?? '';
  const comment = (more: object) =>
    harness.sandbox.control<{ commentId: string }>('/comments', { username: 'lena.k', videoId, ...more });
  const { commentId } = await comment({ text: 'A long thread' });
  for (let n = 0; n < REPLIES; n += 1) await comment({ text: `reply ${n}`, parentCommentId: commentId });
  for (let n = 0; n < PERSONS; n += 1) {
    const person = { username: `person_${n}`, accepted: n % 2 === 0 };
    await write(harness, killed, { ...person, text: `Hello from ${n}` });
    await write(harness, killed, { ...person, fromOwner: true, text: `Hello ${n}` });
    await write(harness, killed, { ...person, type: 'STICKER' });
  }
}

async function trigger({ api, integrationId }: Tenant, syncType: string): Promise<string> {
  const { status, body } = await api.post<{ runIds: [string] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType,
    integrationId,
  });
  expect(status).toBe(202);
  return body.runIds[0];
}

async function ended({ integrationId }: Tenant, runId: string): Promise<void> {
  await until(async () => {
    const open = await harness.database.query<{ id: string; status: string }>(
      `SELECT id, status FROM sync_runs WHERE integration_id = $1 AND finished_at IS NULL`,
      [integrationId],
    );
    return open.length === 0;
  });
  const [run] = await harness.database.query<{ status: string }>(
    'SELECT status FROM sync_runs WHERE id = $1',
    [runId],
  );
  expect(run?.status).toBe('succeeded');
}

/** Empties the inbox, as if the account had just been connected. */
async function forget({ integrationId, organisationId }: Tenant): Promise<void> {
  for (const table of ['conversations', 'comment_listings', 'direct_threads', 'message_reactions'])
    await harness.database.query(`DELETE FROM ${table} WHERE integration_id = $1`, [integrationId]);
  await harness.database.query('DELETE FROM crm_contacts WHERE organisation_id = $1', [organisationId]);
}

const saved = (kind: string, field: string, phase: 'before' | 'commit') => ({
  relation: 'sync_runs',
  field,
  phase,
  row: { kind },
});
const change = (kind: string, field: string, phase: 'before' | 'commit'): Step => ({
  change: ['sync_runs', field, phase, { kind }],
});

describe('a sync of the inbox whose process is killed', () => {
  it.each<[string, 'comments' | 'messages', Step]>([
    ['before a page is stored', 'comments', change('comments', 'cursor', 'before')],
    ['once a page is stored', 'comments', change('comments', 'cursor', 'commit')],
    [
      'before TikTok gets the call for the next page',
      'comments',
      { call: { path: COMMENT_LIST, moment: 'request' }, after: saved('comments', 'cursor', 'commit') },
    ],
    [
      'before the answer with the next page',
      'comments',
      { call: { path: COMMENT_LIST, moment: 'answer' }, after: saved('comments', 'cursor', 'commit') },
    ],
    ['before the first replies', 'comments', { call: { path: REPLY_LIST, moment: 'answer' } }],
    [
      'between two pages of replies',
      'comments',
      { call: { path: REPLY_LIST, moment: 'request' }, after: saved('comments', 'cursor', 'commit') },
    ],
    ['before a conversation is stored', 'messages', change('messages', 'items', 'before')],
    ['once a conversation is stored', 'messages', change('messages', 'items', 'commit')],
    [
      'before the answer with the next conversation',
      'messages',
      { call: { path: MESSAGE_LIST, moment: 'answer' }, after: saved('messages', 'items', 'commit') },
    ],
  ])(
    '%s is taken over, and leads to the same inbox (%s)',
    async (_moment, kind, step) => {
      await forget(killed);
      let runId = '';
      await harness.killAt(step, async () => {
        const first = await harness.running();
        runId = await trigger({ ...killed, api: connectorAt(first).api(killed.organisationId) }, kind);
        return first;
      });
      // It is also the one that is killed next.
      const second = await harness.start();
      const tenant = { ...killed, api: connectorAt(second).api(killed.organisationId) };
      await ended(tenant, runId);
      // The other kind follows undisturbed.
      await ended(tenant, await trigger(tenant, kind === 'comments' ? 'messages' : 'comments'));

      const [inbox, expected] = [await inboxOf(harness, killed), await inboxOf(harness, reference)];
      expect(inbox).toEqual(expected);
      expect(inbox.messages.length).toBe(COMMENTS + 1 + REPLIES + PERSONS * 3);
    },
    3 * MINUTES,
  );
});
