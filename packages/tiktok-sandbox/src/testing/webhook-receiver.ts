import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One received delivery. */
export interface Received {
  readonly signature: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** A webhook endpoint that records what it receives; `answers` are its next statuses, then 200. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  answers: number[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const signature = String(request.headers['tiktok-signature']);
        receiver.received.push({
          signature,
          body: Buffer.concat(parts).toString(),
          headers: request.headers,
        });
        response.writeHead(receiver.answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  events(): string[] {
    return this.received.map(({ body }) => (JSON.parse(body) as { event: string }).event);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
