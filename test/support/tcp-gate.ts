import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy for any protocol. Cut, it drops every connection and refuses new ones. */
export class TcpGate {
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.pass(socket));
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async before(url: string): Promise<TcpGate> {
    const gate = new TcpGate(new URL(url));
    await gate.restore();
    return gate;
  }

  /** The target's URL, through the gate. */
  get url(): string {
    return Object.assign(new URL(this.target.href), { host: `127.0.0.1:${this.port}` }).href;
  }

  async restore(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(socket: Socket): void {
    const upstream = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      this.sockets.add(one);
      one.once('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      // 'close' reports its end as well.
      one.on('error', () => undefined);
    }
    socket.pipe(upstream).pipe(socket);
  }
}
