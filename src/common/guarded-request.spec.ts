import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { guardedRequest, NotPublicError, type Guard, type Resolve } from './guarded-request.js';

let server: Server;
let connections = 0;
beforeEach(async () => {
  connections = 0;
  server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' });
    response.end('inside');
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const port = () => (server.address() as AddressInfo).port;

/** A name server that answers with these addresses. */
const leadsTo =
  (...addresses: string[]): Resolve =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

function open(url: string, guard: Guard, family?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = guardedRequest(new URL(url), { method: 'GET', ...(family && { family }) }, guard);
    outgoing.once('response', (response: IncomingMessage) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

const guarded = (resolve?: Resolve): Guard => ({ allowPrivate: false, ...(resolve && { resolve }) });

describe('guardedRequest', () => {
  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', 'localhost', '2130706433'])(
    'opens no connection to %s',
    async (host) => {
      await expect(open(`http://${host}:${port()}/`, guarded())).rejects.toThrow(NotPublicError);
      expect(connections).toBe(0);
    },
  );

  it.each([undefined, 4])(
    'opens no connection once a name leads to a private address (family %s)',
    async (family) => {
      const url = `http://crm.example:${port()}/`;
      const rebound = guarded(leadsTo('127.0.0.1'));
      await expect(open(url, rebound, family)).rejects.toThrow(NotPublicError);
      const mapped = guarded(leadsTo('::ffff:127.0.0.1'));
      await expect(open(url, mapped, family)).rejects.toThrow(NotPublicError);
      expect(connections).toBe(0);
    },
  );

  it('refuses a name of which one address is private', async () => {
    const url = `http://crm.example:${port()}/`;
    await expect(open(url, guarded(leadsTo('8.8.8.8', '127.0.0.1')))).rejects.toThrow(NotPublicError);
    expect(connections).toBe(0);
  });

  it('refuses a name without an address', async () => {
    await expect(open('http://crm.example/', guarded(leadsTo()))).rejects.toThrow(NotPublicError);
  });

  it('reaches private addresses where the operator allows it, and follows no redirect', async () => {
    expect(await open(`http://127.0.0.1:${port()}/`, { allowPrivate: true })).toBe(200);
    expect(await open(`http://localhost:${port()}/away`, { allowPrivate: true })).toBe(302);
    expect(connections).toBe(2);
  });
});
