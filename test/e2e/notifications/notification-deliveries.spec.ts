import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { createApp } from '../../../src/create-app.js';
import { Background } from '../../../src/runtime/index.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { Mailbox } from '../../support/mailbox.js';
import { tell } from '../../support/given/notifications.js';
import { WebhookReceiver } from '../../support/webhook-receiver.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const ORG = `org-${randomUUID()}`;
const [ANNA, BEN] = ['anna@example.com', 'ben@example.com'];

let mailbox: Mailbox;
let receiver: WebhookReceiver;
let connector: RunningConnector;

beforeAll(async () => {
  [mailbox, receiver] = await Promise.all([Mailbox.open(), WebhookReceiver.open(SECRET)]);
  const environment = {
    SMTP_URL: mailbox.url,
    NOTIFY_EMAIL_TO: `${ANNA}, ${BEN}`,
    NOTIFY_EMAIL_FROM: 'TikTok connector <connector@example.com>',
    NOTIFY_WEBHOOK_URL: receiver.url,
    NOTIFY_WEBHOOK_SECRET: SECRET,
  };
  connector = await startConnector({ environment });
}, 60_000);

afterAll(async () => {
  await connector.stop();
  receiver.close();
  await mailbox.close();
});

beforeEach(() => {
  mailbox.refuseWith = undefined;
  receiver.answers = [];
  receiver.delayMs = 0;
});

interface DeliveryRow {
  status: string;
  attempts: number;
  last_error: string | null;
  fail_reason: string | null;
  due_in: number | null;
}

/** Waits for a delivery with these values. */
function delivery(
  id: string | undefined,
  channel: 'email' | 'webhook',
  fits: (row: DeliveryRow) => boolean,
): Promise<DeliveryRow> {
  return eventually(async () => {
    const [row] = await connector.database.query<DeliveryRow & Record<string, unknown>>(
      `SELECT status, attempts, last_error, fail_reason, extract(epoch FROM due_at - now())::int AS due_in
       FROM notification_deliveries WHERE notification_id = $1 AND channel = $2`,
      [id, channel],
    );
    return row !== undefined && fits(row) && row;
  });
}

/** Makes deliveries due now. */
async function hurry(id: string | undefined, attempts?: number): Promise<void> {
  await connector.database.query(
    `UPDATE notification_deliveries SET due_at = now(), attempts = coalesce($2, attempts)
     WHERE notification_id = $1 AND status = 'pending'`,
    [id, attempts],
  );
}

const isDelivered = ({ status }: DeliveryRow) => status === 'delivered';
const hasFailedOnce = ({ attempts, last_error: error }: DeliveryRow) => attempts === 1 && error !== null;

describe('E-mail delivery', () => {
  it('sends one e-mail to all recipients, as plain text', async () => {
    const id = await tell(connector, ORG, {
      title: 'Reconnect lena.k – größte Eile',
      affected: [{ kind: 'scheduled_publications', count: 3, examples: ['Summer', 'Autumn'] }],
      actionUrl: 'https://admin.example/reconnect',
    });
    await delivery(id, 'email', isDelivered);

    const mails = mailbox.mails.filter(({ source }) => source.includes(`<${id}@tiktok-connector>`));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ from: 'connector@example.com', to: [ANNA, BEN] });
    const source = mails[0]?.source ?? '';
    expect(source).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(source).toContain('- 3 scheduled publications: Summer, Autumn');
    expect(source).toContain('https://admin.example/reconnect');
    expect(source).toContain('Auto-Submitted: auto-generated');
  });

  it('retries after a rejection, and stores no addresses', async () => {
    mailbox.refuseWith = 550;
    const id = await tell(connector, ORG);
    const failed = await delivery(id, 'email', hasFailedOnce);
    expect(failed.last_error).toContain('550');
    expect(failed.last_error).not.toContain('@');

    mailbox.refuseWith = undefined;
    await hurry(id);

    await delivery(id, 'email', isDelivered);
  });

  it('does not let a title add headers', async () => {
    const id = await tell(connector, ORG, { title: 'x\r\nBcc: eve@example.com' });
    await delivery(id, 'email', isDelivered);

    const mail = mailbox.mails.find(({ source }) => source.includes(`<${id}@`));
    expect(mail?.to).toEqual([ANNA, BEN]);
    expect(mail?.source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  });
});

describe('Webhook delivery', () => {
  it('posts a notification once, signed, with the same content as the list', async () => {
    const id = await tell(connector, ORG, { title: 'Reconnect' });
    await delivery(id, 'webhook', isDelivered);

    const [post, ...more] = receiver.of(id);
    expect(more).toEqual([]);
    expect(post).toMatchObject({ genuine: true, path: '/hooks' });
    expect(post?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(post?.body ?? '')).toMatchObject({
      type: 'notification.integration_expired',
      timestamp: expect.stringMatching(/Z$/),
      data: { id, organisationId: ORG, title: 'Reconnect', severity: 'critical', affected: [] },
    });
  });

  it('posts the same body again after a 500, and stops after success', async () => {
    receiver.answers = [{ status: 500 }];
    const id = await tell(connector, ORG);
    const failed = await delivery(id, 'webhook', hasFailedOnce);
    expect(failed.last_error).toBe('the webhook endpoint answered 500');
    expect(failed.due_in).toBeGreaterThan(1);

    await hurry(id);
    await delivery(id, 'webhook', isDelivered);
    await wait(1_500);

    const posts = receiver.of(id);
    expect(posts.map(({ genuine }) => genuine)).toEqual([true, true]);
    expect(posts[0]?.body).toBe(posts[1]?.body);
  });

  it('stops after a 410', async () => {
    receiver.answers = [{ status: 410 }];
    const id = await tell(connector, ORG);
    await delivery(id, 'webhook', ({ status }) => status === 'stopped');
    await wait(1_500);

    expect(receiver.of(id)).toHaveLength(1);
  });

  it('does not follow redirects', async () => {
    receiver.answers = [{ status: 307, location: `${receiver.url}/elsewhere` }];
    const id = await tell(connector, ORG);
    const failed = await delivery(id, 'webhook', hasFailedOnce);

    expect(failed.last_error).toContain('307');
    expect(receiver.received.some(({ path }) => path.includes('elsewhere'))).toBe(false);
    await hurry(id);
    await delivery(id, 'webhook', isDelivered);
  });

  it('gives up after the last attempt', async () => {
    receiver.answers = [{ status: 503 }, { status: 503 }];
    const id = await tell(connector, ORG);
    await delivery(id, 'webhook', hasFailedOnce);
    await hurry(id, 8);

    const row = await delivery(id, 'webhook', ({ status }) => status === 'given_up');

    expect(row).toMatchObject({ fail_reason: 'the webhook endpoint answered 503', due_in: null });
    expect(receiver.of(id)).toHaveLength(2);
  });

  it('sends a notification once with two processes and a slow endpoint', async () => {
    const other = await createApp(connector.config);
    await other.init();
    await other.get(Background).begin();
    receiver.delayMs = 2_500;

    const id = await tell(connector, ORG);
    await delivery(id, 'webhook', isDelivered);
    await other.close();

    expect(receiver.of(id)).toHaveLength(1);
  });
});
