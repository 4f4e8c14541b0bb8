import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { CRM_EVENTS, HOOKS, type Hook } from '../../support/given/crm-webhooks.js';
import { commentedTenant, writeComment } from '../../support/given/inbox.js';
import { WebhookReceiver } from '../../support/webhook-receiver.js';

const connector = useConnector();
let receiver: WebhookReceiver;
afterEach(() => receiver?.close());

describe('addresses of CRM webhooks', () => {
  it.each([
    'http://crm.example/',
    'https://127.0.0.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/',
    'https://localhost/',
  ])('refuses %s', async (url) => {
    const { status, body } = await connector().api().post<ProblemBody>(HOOKS, { url, events: CRM_EVENTS });
    expect([status, body.code]).toEqual([422, 'webhook_url']);
  });

  it.each(['localhost', '127.0.0.1', '[::ffff:127.0.0.1]'])(
    'sends nothing to %s, where a registered name leads later',
    async (host) => {
      const tenant = await commentedTenant(connector());
      receiver = await WebhookReceiver.open('whsec_');
      const { body: hook } = await tenant.api.post<Hook>(HOOKS, {
        url: 'https://crm.example/hooks',
        events: ['message.created'],
      });
      const url = receiver.url.replace('127.0.0.1', host);
      await connector().database.query('UPDATE crm_webhooks SET url = $1 WHERE id = $2', [url, hook.id]);

      await writeComment(connector(), { videoId: tenant.videoId, text: 'Hello' });

      const failed = await eventually(async () => {
        const path = `${HOOKS}/${hook.id}/deliveries`;
        const { body } = await tenant.api.get<PageBody<{ failReason: string | null }>>(path);
        return body.items.find(({ failReason }) => failReason !== null);
      });
      expect(failed.failReason).toContain('not on the public internet');
      expect(receiver.received).toEqual([]);
    },
  );
});
