import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createConnector, type Connector } from './connector.js';
import { events } from './events.js';

type Step = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
const seen: IncomingMessage[] = [];

afterEach(() => {
  server.closeAllConnections();
  server.close();
  seen.length = 0;
});

/** A service that answers each connection with the next step. */
async function service(...steps: Step[]): Promise<Connector> {
  server = createServer((request, response) => {
    seen.push(request);
    steps[Math.min(seen.length, steps.length) - 1]!(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return createConnector({
    baseUrl: `http://127.0.0.1:${port}`,
    organisationId: 'acme',
    token: () => `token-${seen.length}`,
  });
}

const frames =
  (text: string): Step =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(text);
  };
const refusal =
  (status: number): Step =>
  (_request, response) => {
    const problem = {
      type: 'about:blank',
      title: 'x',
      status,
      code: 'refused',
      detail: 'No.',
      requestId: 'r',
    };
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
  };
const note = (id: string) => `id: ${id}\nevent: notification\ndata: {"title":"${id} 💚"}\n\n`;

/** Reads as many events, then leaves. */
async function read(connector: Connector, count: number, lastEventId?: string) {
  const end = new AbortController();
  const found: (string | undefined)[] = [];
  const options = { signal: end.signal, ...(lastEventId !== undefined && { lastEventId }) };
  for await (const { id, data } of events(connector, '/api/notifications/stream', options)) {
    expect(data.title).toBe(`${id} 💚`);
    if (found.push(id) === count) end.abort();
  }
  return found;
}

describe('events', () => {
  it('continues after the last event when the service ends the stream, with a new token', async () => {
    const connector = await service(
      frames(`${note('1')}event: end\ndata: {"reason":"token_expired"}\n\n`),
      frames(note('2')),
    );

    expect(await read(connector, 2, '0')).toEqual(['1', '2']);

    expect(seen.map(({ headers }) => headers['last-event-id'])).toEqual(['0', '1']);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-0', 'Bearer token-1']);
    expect(seen.map(({ headers }) => headers.orgid)).toEqual(['acme', 'acme']);
  });

  it.each([
    ['a cut connection', ((_request, response) => response.destroy()) satisfies Step],
    ['a restart of the service', refusal(503)],
    ['a rate limit', refusal(429)],
  ])('reconnects after %s', async (_title, fault) => {
    expect(await read(await service(fault, frames(note('1'))), 1)).toEqual(['1']);
  });

  it.each([401, 403, 404])('throws if the service answers %i', async (status) => {
    await expect(read(await service(refusal(status)), 1)).rejects.toMatchObject({
      name: 'ApiError',
      status,
      code: 'refused',
    });
  });

  it('ends at once when the signal is aborted between two events', async () => {
    const connector = await service(frames(note('1')));
    expect(await read(connector, 1)).toEqual(['1']);
    expect(seen).toHaveLength(1);
  });

  it('encodes the values of its path', async () => {
    const connector = await service(refusal(404));
    const stream = events(connector, '/api/ads/launches/{launchId}/events', { path: { launchId: 'a/b?' } });
    await expect(stream.next()).rejects.toMatchObject({ status: 404 });
    expect(seen[0]?.url).toBe('/api/ads/launches/a%2Fb%3F/events');
  });
});
