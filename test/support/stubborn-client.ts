import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';

/** A request with a body of zeros behind its beginning, as large as its client wants it. */
export interface LargeRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  beginning?: Buffer;
  bytes: number;
}

export interface SeenAnswer {
  status: number;
  body: string;
}

const BLOCK = Buffer.alloc(256 * 1024);

async function* bodyOf({ beginning = Buffer.alloc(0), bytes }: LargeRequest): AsyncGenerator<Buffer> {
  yield beginning;
  for (let left = bytes - beginning.length; left > 0; left -= BLOCK.length)
    yield BLOCK.subarray(0, Math.min(left, BLOCK.length));
}

/** Writes the whole request before it reads a byte, as simple clients do. @throws what the connection says */
export async function writeAllThenRead(wanted: LargeRequest): Promise<SeenAnswer> {
  const { hostname, port, pathname, search } = new URL(wanted.url);
  const socket = connect(Number(port), hostname).pause();
  await once(socket, 'connect');
  const failed = new Promise<never>((_resolve, reject) => socket.once('error', reject));
  failed.catch(() => undefined);
  const headers = { host: hostname, 'content-length': String(wanted.bytes), ...wanted.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${wanted.method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`);
  for await (const part of bodyOf(wanted))
    if (!socket.write(part)) await Promise.race([once(socket, 'drain'), failed]);
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString())).resume();
  await Promise.race([once(socket, 'end'), failed]);
  socket.destroy();
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body };
}

/** Node's own client, which reads while it writes. */
export async function withNode(wanted: LargeRequest): Promise<SeenAnswer> {
  const outgoing = request(wanted.url, {
    method: wanted.method,
    agent: false,
    headers: { 'content-length': String(wanted.bytes), ...wanted.headers },
  });
  const answered = new Promise<SeenAnswer>((resolve, reject) => {
    outgoing.once('response', (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    outgoing.once('error', reject);
  });
  Readable.from(bodyOf(wanted)).pipe(outgoing);
  return await answered;
}

/** undici, as fetch has it. */
export async function withFetch(wanted: LargeRequest): Promise<SeenAnswer> {
  const response = await fetch(wanted.url, {
    method: wanted.method,
    headers: wanted.headers,
    body: Readable.toWeb(Readable.from(bodyOf(wanted))) as ReadableStream<Uint8Array>,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: await response.text() };
}

/** @param expects `Expect: 100-continue`, which curl sends automatically for large bodies */
export async function withCurl(wanted: LargeRequest, expects = true): Promise<SeenAnswer> {
  const headers = { ...wanted.headers, ...(expects ? {} : { expect: '' }) };
  const fixed = ['-sS', '--http1.1', '-X', wanted.method, '--data-binary', '@-', '-w', '\n%{http_code}'];
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const child = spawn('curl', [...fixed, ...given, wanted.url]);
  let [text, message] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (message += part.toString()));
  child.stdin.on('error', () => undefined);
  Readable.from(bodyOf(wanted)).pipe(child.stdin);
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`curl ended with ${code}: ${message}`);
  const end = text.lastIndexOf('\n');
  return { status: Number(text.slice(end + 1)), body: text.slice(0, end) };
}
