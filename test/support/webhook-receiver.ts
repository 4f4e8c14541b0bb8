import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

export interface ReceivedWebhook {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Whether the signature is right, checked as docs/notifications.md says. */
  genuine: boolean;
}

/** An operator's endpoint: verifies, then returns the configured response. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  /** Used in order; then 204. */
  answers: { status: number; location?: string }[] = [];
  delayMs = 0;

  private readonly server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const { headers, url: path = '' } = request;
      this.received.push({ path, headers, body, genuine: this.isGenuine(headers, body) });
      await wait(this.delayMs);
      const { status, location } = this.answers.shift() ?? { status: 204 };
      response.writeHead(status, location ? { location } : {}).end();
    })();
  });

  private constructor(private readonly secret: string) {}

  static async open(secret: string): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(secret);
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks`;
  }

  /** The deliveries of one notification. */
  of(id: string | undefined): ReceivedWebhook[] {
    return this.received.filter(({ headers }) => headers['webhook-id'] === id);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private isGenuine(headers: IncomingHttpHeaders, body: string): boolean {
    const key = Buffer.from(this.secret.replace('whsec_', ''), 'base64');
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const age = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']));
    return (
      age < 300 &&
      headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
    );
  }
}
