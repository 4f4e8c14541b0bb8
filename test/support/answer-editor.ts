import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type JsonObject = Record<string, unknown>;
/** An answer that replaces the server's. */
export interface OwnAnswer {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
}

/** A proxy that changes a server's answers, or replaces them. */
export class AnswerEditor {
  /** The server behind; to be set before the first call. */
  target = '';
  private readonly answers = new Map<string, OwnAnswer>();
  private readonly edits = new Map<string, (body: JsonObject) => unknown>();
  private readonly server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing));
  private readonly calls: string[] = [];

  static async start(): Promise<AnswerEditor> {
    const editor = new AnswerEditor();
    editor.server.listen(0, '127.0.0.1');
    await once(editor.server, 'listening');
    return editor;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers calls of the path itself; they do not reach the server. */
  answer(path: string, answer: OwnAnswer): void {
    this.answers.set(path, answer);
  }

  /** Changes the server's answers to the path. Answers wait for a promise. */
  edit(path: string, change: (body: JsonObject) => unknown): void {
    this.edits.set(path, change);
  }

  clear(): void {
    this.answers.clear();
    this.edits.clear();
  }

  callsOf(path: string): number {
    return this.calls.filter((one) => one === path).length;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = (incoming.url ?? '').split('?')[0] ?? '';
    this.calls.push(path);
    const own = this.answers.get(path);
    if (own) {
      incoming.resume();
      await once(incoming, 'end');
      outgoing.writeHead(own.status, { 'content-type': 'application/json', ...own.headers });
      outgoing.end(own.json === undefined ? '' : JSON.stringify(own.json));
      return;
    }
    const upstream = request(new URL(incoming.url ?? '/', this.target), {
      method: incoming.method,
      headers: incoming.headers,
      agent: false,
    });
    // A connection that the server destroys is destroyed towards the caller, too.
    upstream.once('error', () => outgoing.destroy());
    incoming.pipe(upstream);
    upstream.once('response', (answer) => void this.hand(answer, path, outgoing));
  }

  private async hand(answer: IncomingMessage, path: string, outgoing: ServerResponse): Promise<void> {
    const edit = this.edits.get(path);
    if (!edit) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', () => outgoing.destroy());
      answer.pipe(outgoing);
      return;
    }
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers;
    const body = JSON.stringify(await edit(JSON.parse(await text(answer)) as JsonObject));
    outgoing.writeHead(answer.statusCode ?? 502, headers);
    outgoing.end(body);
  }
}
