import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Answer, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';

const connector = useConnector();
const ACTION = '/api/upstream/call/tiktok-provider';

function fieldsOf({ status, body }: Answer<ProblemBody>): unknown[] {
  return [status, ...(body.errors ?? []).map(({ field }) => field).toSorted()];
}

const QUERIES: [path: string, fields: string[]][] = [
  [
    '/api/publications?limit=x&cursor=!&from=now&to=2026-11-01&kind=x',
    ['cursor', 'from', 'kind', 'limit', 'to'],
  ],
  ['/api/sync/runs?limit=0&cursor=e30', ['cursor', 'limit']],
  ['/api/social-activity/videos?limit=0&cursor=x&order=y', ['cursor', 'limit', 'order']],
  ['/api/notifications?limit=201&cursor=x&unread=perhaps', ['cursor', 'limit', 'unread']],
  ['/api/webhooks/events?limit=1.5&cursor=', ['cursor', 'limit']],
  ['/api/crm-inbox/conversations?limit=-1&cursor=WzFd', ['cursor', 'limit']],
  ['/api/integrations?limit=x&cursor=x&a=b', ['a', 'cursor', 'limit']],
];

const publishId = randomUUID();
const BODIES: [action: string, body: object, fields: string[]][] = [
  ['publish-video', { publishId, publishAt: 'noon', timeZone: 'Here', a: 1 }, ['a', 'publishAt', 'timeZone']],
  ['publish-photo', { publishId: 7, publishAt: '2026-02-30T10:00Z' }, ['publishAt', 'publishId']],
  [
    'edit-publication',
    { publishId, title: '', publishAt: '2030-01-01', timeZone: '+01:00' },
    ['publishAt', 'timeZone', 'title'],
  ],
  [
    'list-publications',
    { limit: 0, cursor: 'x', from: 'x', to: '', status: ['x'] },
    ['cursor', 'from', 'limit', 'status', 'to'],
  ],
];

describe('several invalid fields are reported at once', () => {
  it.each(QUERIES)('in the query %s', async (path, fields) => {
    expect(fieldsOf(await connector().api().get<ProblemBody>(path))).toEqual([400, ...fields]);
  });

  it.each(BODIES)('in the body of %s: %j', async (action, body, fields) => {
    const answer = await connector().api().post<ProblemBody>(`${ACTION}/${action}`, body);
    expect(fieldsOf(answer)).toEqual([400, ...fields]);
  });

  it('with a time that its zone does not have', async () => {
    const body = { publishId, publishAt: '2027-03-28T02:30', timeZone: 'Europe/Berlin', a: 1 };
    const answer = await connector().api().provider<ProblemBody>('publish-video', body);

    expect(fieldsOf(answer)).toEqual([400, 'a', 'publishAt']);
    expect(answer.body.detail).toContain('publishAt: does not exist in Europe/Berlin');
  });
});
