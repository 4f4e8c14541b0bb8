import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/**
 * A proxy that refuses connections while it is shut, as a host that is down does. Each connection carries one request, so
 * that none stays open through a shut gate.
 */
export class Gate {
  private readonly server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing));
  private shutAfter: string | undefined;
  private port = 0;

  private constructor(private readonly target: string) {}

  static async before(target: string): Promise<Gate> {
    const gate = new Gate(target);
    await gate.open();
    return gate;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeIdleConnections();
    await closed;
  }

  /** Lets requests through up to the first one whose path contains the text, and shuts before it is answered. */
  shutAfterNext(path: string): void {
    this.shutAfter = path;
  }

  get isShut(): boolean {
    return !this.server.listening;
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const upstream = request(new URL(incoming.url ?? '/', this.target), {
      method: incoming.method,
      headers: { ...incoming.headers, connection: 'close' },
      agent: false,
    });
    incoming.pipe(upstream);
    const [answer] = (await once(upstream, 'response')) as [IncomingMessage];
    if (this.shutAfter && incoming.url?.includes(this.shutAfter)) {
      this.shutAfter = undefined;
      // Not awaited: it is closed only when this very answer has gone out.
      this.server.close();
    }
    outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' });
    answer.pipe(outgoing);
  }
}
