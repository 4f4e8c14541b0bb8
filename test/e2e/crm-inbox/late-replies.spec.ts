import { expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import {
  UNLIMITED,
  answeringTenant,
  postedReplies,
  REPLY,
  untilReply,
  type Outgoing,
} from '../../support/given/answering.js';

// Of its own: a pause that TikTok asks for while the clock is ahead lasts an hour once the clock is back.
const connector = useConnector({ sandbox: UNLIMITED });

it('fails a reply that could not be sent for an hour', async () => {
  const tenant = await answeringTenant(connector());
  await connector().sandbox.fault({ match: REPLY, kind: 'rate_limited' });
  const path = `/api/crm/conversations/${tenant.conversationId}/reply`;
  const { status, body } = await tenant.api.post<Outgoing>(path, { text: 'too late' });
  expect(status).toBe(202);
  await eventually(async () => {
    const [row] = await connector().database.query<{ last_error: string | null }>(
      'SELECT last_error FROM crm_outbox WHERE id = $1',
      [body.id],
    );
    return row?.last_error;
  });
  connector().moveClock(3_601);
  await connector().hurry('crm-outbox');
  expect(await untilReply(tenant, body.id, ({ action }) => action !== 'wait')).toMatchObject({
    status: 'failed',
    failCode: 'not_sent',
    action: 'retry',
    statusText: expect.stringContaining('Nothing was posted'),
  });
  await connector().sandbox.clearFaults();
  expect(await postedReplies(connector(), tenant)).toEqual([]);
});
