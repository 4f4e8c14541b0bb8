import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';
import { useConnector } from '../../support/connector.js';
import {
  BUSINESS_APP_ID,
  BUSINESS_SECRET,
  deliver,
  delivery,
  settledEvents,
  signature,
} from '../../support/given/webhook-deliveries.js';

// The tests need more requests per second than a Basic app has.
const connector = useConnector({
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});

/** TikTok's id of the account in the Business app, which differs from the login app's. */
async function businessIdOf(connected: ConnectedParts): Promise<string> {
  const [row] = await connector().database.query<{ subject: string }>(
    'SELECT subject FROM credentials WHERE id = $1',
    [await connected.credentialId('account')],
  );
  return row?.subject ?? '';
}

async function tell(event: object): Promise<void> {
  const body = delivery({ client_key: BUSINESS_APP_ID, ...event });
  const { status } = await deliver(connector().anonymous, body, { header: signature(body, BUSINESS_SECRET) });
  expect(status).toBe(200);
}

describe('authorization.removed of the Business app', () => {
  it('ends comments and insights with one notification, and leaves the rest active', async () => {
    const connected = await ConnectedParts.connect(connector());
    const second = await ConnectedParts.connect(connector(), connected);

    await connector().sandbox.control('/business/tokens/revoke', { account: connected.username, reason: 1 });

    for (const one of [connected, second]) {
      const notices = await one.untilTold('consent_ended');
      expect(notices).toHaveLength(1);
      expect(notices[0]?.detail).toContain('the TikTok user disconnected the app');
      const { body } = await one.api.get<{ status: string }>(`/api/integrations/${one.integrationId}`);
      expect(body.status).toBe('active');
      const [event] = await settledEvents(one.api, 'authorization.removed');
      expect(event?.status).toBe('processed');
    }
  });

  it('ends nothing when it happened before the consent was renewed', async () => {
    const connected = await ConnectedParts.connect(connector());
    await tell({
      event: 'authorization.removed',
      user_openid: await businessIdOf(connected),
      create_time: Math.floor(Date.now() / 1000) - 3600,
      content: JSON.stringify({ reason: 1 }),
    });
    await settledEvents(connected.api, 'authorization.removed');
    await eventually(() => connected.isQuiet());
    expect(await connected.notifications('consent_ended')).toEqual([]);
  });
});

describe('comment.update of a video that was never synced', () => {
  it('adds the comment to the inbox of the account that TikTok names', async () => {
    const connected = await ConnectedParts.connect(connector());
    await tell({
      event: 'comment.update',
      user_openid: await businessIdOf(connected),
      content: JSON.stringify({
        comment_id: '7602997517160120001',
        video_id: '7602997517160129999',
        parent_comment_id: 0,
        comment_type: 'comment',
        comment_action: 'insert',
        unique_identifier: randomUUID(),
        timestamp: Date.now(),
        text: 'Price?',
      }),
    });
    await eventually(async () => {
      const path = '/api/crm-inbox/conversations';
      return (await connected.api.get<PageBody<unknown>>(path)).body.items.length === 1;
    });
  });
});
