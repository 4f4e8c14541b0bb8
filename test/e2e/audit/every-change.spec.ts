import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { auditOf } from '../../support/given/audit.js';
import { useConnector } from '../../support/connector.js';
import {
  operationsIn,
  type DocumentedOperation,
  type ServedDocument,
} from '../../support/openapi-document.js';

const connector = useConnector({
  webhooks: false,
  environment: { RATE_LIMIT_WRITES: '1000' },
});

/** Calls that have a body, and change nothing; and those that only mark something as seen. */
const UNRECORDED = new Set([
  'callTikTokAds',
  'getAdMetricsViaProvider',
  'getCreatorInfo',
  'getPublishStatus',
  'listCommercialMusic',
  'listPublicationsViaProvider',
  'markAllNotificationsRead',
  'markConversationRead',
  'markNotificationRead',
  'showSeen',
  'showTyping',
  'validateLaunch',
  'validatePublication',
]);
/** What is recorded for editors, too. */
const OF_EDITORS = ['approveLaunch', 'pull'];

type Change = readonly [method: string, path: string, operation: DocumentedOperation];

let changes: Change[];
beforeAll(async () => {
  const document = (await connector().anonymous.get('/api/openapi.json')).body as unknown as ServedDocument;
  changes = operationsIn(document)
    .map(([name, operation]): Change => {
      const [method = '', path = ''] = name.split(' ');
      return [method.toUpperCase(), path, operation];
    })
    .filter(([method, , { security }]) => method !== 'GET' && method !== 'HEAD' && security.length > 0);
});

/** Calls everything that is not a GET in a new organisation. @returns which actions the audit trail has */
async function recordedFor(role: 'admin' | 'editor' | 'operator'): Promise<string[]> {
  const organisationId = `org-${randomUUID()}`;
  const api = connector().api(organisationId, role).withoutContract();
  for (const [method, path, { requestBody }] of changes) {
    const [type] = Object.keys(requestBody?.content ?? {});
    const body = type === undefined ? {} : { body: '{}', headers: { 'content-type': type } };
    const { status } = await api.send(method, path.replace(/\{.*?\}/g, randomUUID()), body);
    expect([method, path, status]).toEqual([method, path, expect.any(Number)]);
    expect([method, path, status === 429]).toEqual([method, path, false]);
  }
  const entries = await auditOf(connector().api(organisationId));
  expect(entries.filter(({ status }) => status === null)).toEqual([]);
  return entries.map(({ action }) => action).toSorted();
}

it('a call of an admin leaves an entry, unless it changes nothing: a new route needs a decision here', async () => {
  const all = changes.map(([, , { operationId }]) => operationId);
  expect(all.length).toBeGreaterThan(60);

  expect(await recordedFor('admin')).toEqual(all.filter((name) => !UNRECORDED.has(name)).toSorted());
}, 60_000);

it('a call that needs the role admin is among those that leave an entry', () => {
  const guarded = changes.filter(([, , { description }]) => /role `(admin|operator)`/.test(description));
  const names = guarded.map(([, , { operationId }]) => operationId);

  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => UNRECORDED.has(name))).toEqual([]);
});

it('editors leave entries of approvals and the kill switch', async () => {
  expect(await recordedFor('editor')).toEqual(OF_EDITORS);
}, 60_000);
