import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { findService } from './running-service.js';

const VARIABLES = { JWT_SECRET: 'a secret of more than 32 characters' };
const READY = { status: 'ok', database: 'ok', queue: 'ok' };
const HALF_UP = { type: 'about:blank', status: 503, code: 'database_unavailable', requestId: 'x' };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return String((server.address() as AddressInfo).port);
}

/** Answers by path: a status with JSON, or a page. */
function program(answers: Record<string, () => [number, object | string]>): RequestListener {
  return (request, response) => {
    const [status, body] = answers[request.url ?? '']?.() ?? [404, HALF_UP];
    const isPage = typeof body === 'string';
    response.writeHead(status, {
      'content-type': isPage ? 'text/html' : 'application/json',
      connection: 'close',
    });
    response.end(isPage ? body : JSON.stringify(body));
  };
}

const connector = (more: Parameters<typeof program>[0] = {}) =>
  createServer(
    program({
      '/health/ready': () => [200, READY],
      '/api/integrations': () => [200, { items: [] }],
      '/connect/done': () => [200, '<h1>Connect a TikTok account</h1>'],
      ...more,
    }),
  );
const find = (PORT: string) => findService({ ...VARIABLES, PORT }, undefined);

describe('findService', () => {
  it('takes a connector that runs at PORT', async () => {
    const port = await listen(connector());
    expect(await find(` ${port}\r`)).toEqual({ url: `http://127.0.0.1:${port}` });
  });

  it('waits for one that is half up', async () => {
    let asked = 0;
    const port = await listen(
      connector({ '/health/ready': () => (asked++ < 2 ? [503, HALF_UP] : [200, READY]) }),
    );
    expect(await find(port)).toEqual({ url: `http://127.0.0.1:${port}` });
    expect(asked).toBe(3);
  });

  it('finds none where nothing listens', async () => {
    const server = connector();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await find(port)).toEqual({ why: `Nothing answers at http://127.0.0.1:${port}.` });
  });

  it.each<[string, () => Server]>([
    ['a web server', () => createServer(program({ '/health/ready': () => [200, '<h1>It works!</h1>'] }))],
    ['JSON of its own', () => createServer(program({ '/health/ready': () => [200, { status: 'ok' }] }))],
    ['no HTTP at all', () => createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n'))],
    ['a closed door', () => createTcpServer((socket) => socket.destroy())],
  ])('does not take another program for one: %s', async (_, server) => {
    const port = await listen(server());
    expect(await find(port)).toEqual({ why: `At http://127.0.0.1:${port} is another program.` });
  });

  it('does not use one that refuses our tokens, or that is in production', async () => {
    const foreign = await listen(connector({ '/api/integrations': () => [401, HALF_UP] }));
    expect(await find(foreign)).toEqual({
      why: expect.stringContaining('does not take the tokens of this folder'),
    });
    const production = await listen(connector({ '/connect/done': () => [404, HALF_UP] }));
    expect(await find(production)).toEqual({ why: expect.stringContaining('runs in production mode') });
  });

  it('says why when an address was given', async () => {
    const port = await listen(createServer(program({})));
    await expect(findService(VARIABLES, `http://127.0.0.1:${port}/`)).rejects.toThrow('leave --url away');
  });
});
