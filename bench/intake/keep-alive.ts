import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';

/**
 * A connection that sends ready bytes and waits for each answer. On few cores a full HTTP client would take the processor
 * time that is to be measured.
 */
export class KeepAlive {
  private text = '';
  private answered: ((status: number) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => this.read(part));
    socket.on('close', () => this.failed?.(new Error('the server closed the connection')));
    socket.on('error', (error) => this.failed?.(error));
  }

  static async open(port: number): Promise<KeepAlive> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new KeepAlive(socket);
  }

  /** @returns the status, once the whole answer is there */
  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  private read(part: string): void {
    this.text += part;
    const head = this.text.indexOf(HEAD_END);
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.text)?.[1] ?? 0);
    if (this.text.length < head + HEAD_END.length + length) return;
    const status = Number(this.text.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    this.text = '';
    this.answered?.(status);
  }
}
