import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A proxy for any protocol. Cut, it drops every connection and refuses new ones. Silent, it accepts connections and drops
 * every byte; neither side learns of it, and the connections of that time stay silent.
 */
export class TcpGate {
  private readonly sockets = new Set<Socket>();
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isSilent = false;
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
    this.isSilent = false;
    if (this.server.listening) return;
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

  /** Drops all bytes from now on. */
  silence(): void {
    this.isSilent = true;
    for (const pair of this.pairs) drop(pair);
    this.pairs.clear();
  }

  /** Becomes silent inside the next write to the target that has these bytes after the mark, just before them. */
  silenceBefore(bytes: string, mark: string): void {
    for (const [socket, upstream] of this.pairs) {
      socket.unpipe(upstream);
      socket.on('data', (data: Buffer) => {
        const marked = data.indexOf(mark);
        const at = this.isSilent ? 0 : marked < 0 ? -1 : data.indexOf(bytes, marked);
        if (at !== 0) upstream.write(at < 0 ? data : data.subarray(0, at));
        if (at >= 0) this.silence();
      });
      // Unpiping has paused it.
      socket.resume();
    }
  }

  private pass(socket: Socket): void {
    if (this.isSilent) {
      this.sockets.add(socket);
      socket.on('error', () => undefined).resume();
      return;
    }
    const upstream = connect(Number(this.target.port), this.target.hostname);
    const pair = [socket, upstream] as const;
    this.pairs.add(pair);
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      this.sockets.add(one);
      one.once('close', () => {
        this.sockets.delete(one);
        // A silent network does not report that the other side has closed.
        if (this.pairs.delete(pair)) other.destroy();
      });
      // 'close' reports its end as well.
      one.on('error', () => undefined);
    }
    socket.pipe(upstream).pipe(socket);
  }
}

function drop([socket, upstream]: readonly [Socket, Socket]): void {
  socket.unpipe(upstream);
  upstream.unpipe(socket);
  socket.resume();
  upstream.resume();
}
