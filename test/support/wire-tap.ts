import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call and its answer; bodies as text. */
export interface Exchange {
  path: string;
  query: string;
  sentHeaders: string;
  sent: string;
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A proxy that records every exchange. */
export class WireTap {
  readonly exchanges: Exchange[] = [];
  /** The server behind; to be set before the first call. */
  target = '';
  private readonly server = createServer((incoming, outgoing) => this.pass(incoming, outgoing));

  /** @param port 0 for any */
  static async start(port = 0): Promise<WireTap> {
    const tap = new WireTap();
    tap.server.listen(port, '127.0.0.1');
    await once(tap.server, 'listening');
    return tap;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const url = new URL(incoming.url ?? '/', this.target);
    const exchange: Exchange = {
      path: url.pathname,
      query: url.search,
      sentHeaders: JSON.stringify(incoming.headers),
      sent: '',
      status: 0,
      headers: {},
      body: '',
    };
    this.exchanges.push(exchange);
    const upstream = request(url, { method: incoming.method, headers: incoming.headers, agent: false });
    // A connection that the server destroys is destroyed towards the caller, too.
    upstream.once('error', () => outgoing.destroy());
    incoming.on('data', (part: Buffer) => (exchange.sent += part.toString('latin1')));
    incoming.pipe(upstream);
    upstream.once('response', (answer) => {
      Object.assign(exchange, { status: answer.statusCode ?? 0, headers: answer.headers });
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (part: Buffer) => (exchange.body += part.toString('latin1')));
      answer.once('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
  }
}
