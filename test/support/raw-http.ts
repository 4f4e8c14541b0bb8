import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which a test writes by hand what no client would send. */
export class RawHttp {
  private text = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (part: Buffer) => (this.text += part.toString()));
    socket.on('error', () => undefined);
    this.ended = new Promise((resolve) => socket.once('close', resolve));
  }

  static async to(url: string): Promise<RawHttp> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawHttp(socket);
  }

  /** Begins a request whose body is longer than what is sent of it, and goes silent. */
  static async silentAfter(url: string, method: string, body: Buffer, headers = ''): Promise<RawHttp> {
    const { pathname, search } = new URL(url);
    const connection = await RawHttp.to(url);
    connection.write(
      `${method} ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length + 100_000}\r\n${headers}\r\n`,
    );
    connection.write(body);
    return connection;
  }

  write(bytes: string | Buffer): void {
    this.socket.write(bytes);
  }

  /** Resolves when the service has closed the connection. @returns all that it said */
  async closed(): Promise<string> {
    await this.ended;
    return this.text;
  }

  cut(): void {
    this.socket.destroy();
  }
}
