import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ByteSender, NeverConnectedError } from './byte-sender.js';

const LARGE = 20_000_000;
let server: Server;

async function listening(listener: RequestListener): Promise<URL> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/upload`);
}

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

function send(url: URL, bytes: Buffer, signal = new AbortController().signal) {
  const body = Readable.from(bytes.length > 0 ? [bytes] : []);
  const headers = { 'content-length': String(bytes.length) };
  return new ByteSender().send(url, { method: 'PUT', headers, body, signal });
}

describe('ByteSender', () => {
  it('sends every byte, and returns the raw response', async () => {
    let received = 0;
    const url = await listening((request, response) => {
      request.on('data', (part: Buffer) => (received += part.length));
      request.on('end', () => response.writeHead(201, { 'content-range': 'bytes 0-9/9' }).end('taken'));
    });
    expect(await send(url, Buffer.alloc(LARGE))).toMatchObject({
      status: 201,
      headers: { 'content-range': 'bytes 0-9/9' },
      body: 'taken',
    });
    expect(received).toBe(LARGE);
  });

  it('accepts an early response, such as 416 for a chunk that TikTok already has', async () => {
    const url = await listening((_request, response) => response.writeHead(416).end());
    expect(await send(url, Buffer.alloc(LARGE))).toMatchObject({ status: 416 });
  });

  it('follows no redirects', async () => {
    const url = await listening((request, response) => {
      request.resume().on('end', () => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    });
    expect(await send(url, Buffer.from('x'))).toMatchObject({ status: 302 });
  });

  it('distinguishes a failed connection from a broken one', async () => {
    const url = await listening((request) => request.socket.destroy());
    const broken = send(url, Buffer.from('x'));
    await expect(broken).rejects.toThrow();
    await expect(broken).rejects.not.toBeInstanceOf(NeverConnectedError);
    server.close();
    await once(server, 'close');
    await expect(send(url, Buffer.from('x'))).rejects.toBeInstanceOf(NeverConnectedError);
  });

  it('fails when it is aborted, or when its source fails', async () => {
    const url = await listening((request) => request.resume());
    const aborter = new AbortController();
    const sending = send(url, Buffer.from('x'), aborter.signal);
    aborter.abort();
    await expect(sending).rejects.toThrow();
    const body = new Readable({ read: () => body.destroy(new Error('the file is gone')) });
    const given = { method: 'PUT' as const, headers: { 'content-length': '9' }, body };
    const signal = new AbortController().signal;
    await expect(new ByteSender().send(url, { ...given, signal })).rejects.toThrow('the file is gone');
  });
});
