import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a call is stopped: before it leaves, within its body, or after it took effect and before its answer. */
export type Moment = 'request' | 'body' | 'answer';

export interface CallStop {
  /** A part of the path. */
  path: string;
  moment: Moment;
  /** Bytes of the body that pass first; for `body`. */
  bytes?: number;
}

/** A proxy that stops one call at a chosen moment. That call gets no answer. */
export class StepGate {
  private readonly server = createServer((incoming, outgoing) => this.pass(incoming, outgoing));
  private readonly agent = new Agent({ keepAlive: true });
  private armed: (CallStop & { reached: () => void }) | undefined;

  private constructor(private readonly target: string) {}

  static async before(target: string): Promise<StepGate> {
    const gate = new StepGate(target);
    gate.server.listen(0, '127.0.0.1');
    await once(gate.server, 'listening');
    return gate;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @returns when the next such call has arrived */
  stopAt(stop: CallStop): Promise<void> {
    return new Promise((reached) => (this.armed = { ...stop, reached }));
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
    await closed;
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const stop = this.take(incoming);
    if (stop?.moment === 'request') return stop.reached();
    const upstream = request(new URL(incoming.url ?? '/', this.target), {
      method: incoming.method,
      headers: incoming.headers,
      agent: this.agent,
    });
    // A connection that one side breaks is broken on the other.
    upstream.on('error', () => outgoing.destroy());
    outgoing.once('close', () => outgoing.writableFinished || upstream.destroy());
    if (stop?.moment === 'body') return cutBody(incoming, upstream, stop.bytes ?? 0, stop.reached);
    incoming.pipe(upstream);
    upstream.once('response', (answer: IncomingMessage) => {
      if (stop) return void answer.resume().once('end', stop.reached);
      // An answer may come before the whole body was read. The rest is still accepted, as by the server itself.
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
  }

  private take({ url = '', headers }: IncomingMessage): (CallStop & { reached: () => void }) | undefined {
    const stop = this.armed;
    if (!stop || !url.includes(stop.path)) return undefined;
    // A later call has as many bytes, such as the last chunk.
    if (stop.moment === 'body' && Number(headers['content-length']) < (stop.bytes ?? 0)) return undefined;
    this.armed = undefined;
    return stop;
  }
}

function cutBody(
  incoming: IncomingMessage,
  upstream: NodeJS.WritableStream,
  bytes: number,
  reached: () => void,
): void {
  let left = bytes;
  incoming.on('data', (part: Buffer) => {
    if (left <= 0) return;
    upstream.write(part.subarray(0, left));
    left -= part.length;
    if (left <= 0) reached();
  });
}
