import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { until } from '../../support/harness/until.js';

const connector = useConnector();
// The headers of a request have 10 s, and connections are looked at every second.
const MUST_END_MS = 25_000;
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

class Sender {
  text = '';
  closed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (part: Buffer) => (this.text += part.toString()));
    socket.on('error', () => undefined);
    socket.once('close', () => (this.closed = true));
    sockets.push(socket);
  }

  static async open(): Promise<Sender> {
    const socket = connect(connector().config.http.port, '127.0.0.1');
    await once(socket, 'connect');
    return new Sender(socket);
  }

  write(text: string): void {
    if (!this.socket.destroyed) this.socket.write(text);
  }
}

const GET = 'GET /health/live HTTP/1.1\r\nhost: x\r\n';

describe('a connection', () => {
  it('closes within seconds if headers are slow or missing; keep-alive connections stay', async () => {
    const [silent, begun, slow, nextIsSlow, idle] = await Promise.all(
      Array.from({ length: 5 }, () => Sender.open()),
    );
    begun?.write(GET);
    slow?.write(GET);
    nextIsSlow?.write(`${GET}\r\n`);
    idle?.write(`${GET}\r\n`);
    await wait(500);
    nextIsSlow?.write(GET);
    const dripping = setInterval(() => {
      slow?.write('x: y\r\n');
      nextIsSlow?.write('x: y\r\n');
    }, 300);

    const bad = [silent, begun, slow, nextIsSlow];
    await until(() => bad.every((one) => one?.closed), MUST_END_MS);
    clearInterval(dripping);

    expect(slow?.text).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s);
    expect(idle?.closed).toBe(false);
    idle?.write(`${GET}connection: close\r\n\r\n`);
    await until(() => idle?.closed);
    expect(idle?.text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  }, 60_000);
});
