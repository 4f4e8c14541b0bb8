import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { eventually } from 'tiktok-sandbox/testing';
import { createApp } from '../../../src/create-app.js';
import { SystemContext } from '../../../src/database/index.js';
import { Notifier } from '../../../src/notifications/index.js';
import type { ProblemBody } from '../../support/api-client.js';
import { startConnector, useConnector } from '../../support/connector.js';
import { EventStream } from '../../support/event-stream.js';
import { aNotification, tell } from '../../support/given/notifications.js';

const connector = useConnector();
const newOrg = () => `org-${randomUUID()}`;
const streams: EventStream[] = [];
const LISTENERS = `application_name LIKE 'tiktok-connector listen%' AND datname = current_database()`;

afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.leave()));
});

async function open(organisationId: string, headers: Record<string, string> = {}): Promise<EventStream> {
  const stream = await EventStream.open(connector(), organisationId, headers);
  streams.push(stream);
  return stream;
}

function received(stream: EventStream, count: number): Promise<boolean> {
  return eventually(() => stream.events.length >= count);
}

async function listeners(): Promise<number> {
  const rows = await connector().database.query(`SELECT pid FROM pg_stat_activity WHERE ${LISTENERS}`);
  return rows.length;
}

describe('GET /api/notifications/stream', () => {
  it('sends server-sent events that proxies do not buffer', async () => {
    const { response } = await open(newOrg());

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toContain('no-cache');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
  });

  it('sends new notifications to all clients of the organisation, and to no others', async () => {
    const [org, other] = [newOrg(), newOrg()];
    const [a, b, foreign] = [await open(org), await open(org), await open(other)];

    const id = await tell(connector(), org, { title: 'live' });
    await Promise.all([received(a, 1), received(b, 1)]);
    await tell(connector(), other, { title: 'theirs' });
    await received(foreign, 1);

    expect(a.events).toEqual([
      { id, event: 'notification', data: expect.objectContaining({ id, title: 'live' }) },
    ]);
    expect(b.events).toEqual(a.events);
    expect(foreign.titles).toEqual(['theirs']);
  });

  it('starts with new notifications, not with earlier ones', async () => {
    const org = newOrg();
    await tell(connector(), org, { title: 'before' });
    const stream = await open(org);

    await tell(connector(), org, { title: 'after' });
    await received(stream, 1);

    expect(stream.titles).toEqual(['after']);
  });

  it('replays notifications after Last-Event-ID in order, then sends new ones', async () => {
    const org = newOrg();
    const ids: string[] = [];
    for (const title of ['0', '1', '2', '3']) ids.push((await tell(connector(), org, { title })) ?? '');

    const stream = await open(org, { 'last-event-id': ids[1] ?? '' });
    await received(stream, 2);
    await tell(connector(), org, { title: '4' });
    await received(stream, 3);

    expect(stream.titles).toEqual(['2', '3', '4']);
  });

  it('replays more than one page', async () => {
    const org = newOrg();
    const first = await tell(connector(), org, { title: 'first' });
    await connector()
      .app.get(SystemContext)
      .transaction('a test creates many notifications', async (em) => {
        for (let n = 0; n < 250; n++)
          await connector()
            .app.get(Notifier)
            .notify(em, org, aNotification({ title: `${n}` }));
      });

    const stream = await open(org, { 'last-event-id': first ?? '' });
    await received(stream, 250);

    expect(new Set(stream.events.map(({ id }) => id)).size).toBe(250);
    expect(stream.events.map(({ id }) => id)).toEqual(stream.events.map(({ id }) => id).toSorted());
  });

  it('sends a notification that was created earlier and committed later', async () => {
    const { app } = connector();
    const org = newOrg();
    const stream = await open(org);
    const commit = new AbortController();
    const held = once(commit.signal, 'abort');
    const slow = app.get(SystemContext).transaction('a test is slow', async (em) => {
      await app.get(Notifier).notify(em, org, aNotification({ title: 'slow' }));
      await held;
    });
    await wait(50);
    await tell(connector(), org, { title: 'fast' });
    await received(stream, 1);

    commit.abort();
    await slow;
    await received(stream, 2);

    expect(stream.titles).toEqual(['fast', 'slow']);
  });

  it('sends notifications of another process', async () => {
    const org = newOrg();
    const stream = await open(org);
    const other = await createApp(connector().config);
    await other.init();

    await tell({ app: other }, org, { title: 'from elsewhere' });
    await received(stream, 1);
    await other.close();

    expect(stream.titles).toEqual(['from elsewhere']);
  });

  it('survives a lost connection to PostgreSQL, and listens again', async () => {
    const org = newOrg();
    const stream = await open(org);
    await eventually(async () => (await listeners()) === 1);

    await connector().database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${LISTENERS}`,
    );
    await eventually(async () => (await listeners()) === 0);
    await tell(connector(), org, { title: 'while deaf' });
    await received(stream, 1);
    await eventually(async () => (await listeners()) === 1);
    await tell(connector(), org, { title: 'hearing again' });
    await received(stream, 2);

    expect(stream.titles).toEqual(['while deaf', 'hearing again']);
  });

  it.each(['1', 'abc', "'; DROP TABLE notifications; --"])('rejects the Last-Event-ID %s', async (id) => {
    const { status, body } = await connector()
      .api()
      .with({ 'last-event-id': id })
      .get<ProblemBody>('/api/notifications/stream');

    expect([status, body.errors?.[0]?.field]).toEqual([400, 'last-event-id']);
  });

  it('shows only own notifications after an event id of another organisation', async () => {
    const [org, other] = [newOrg(), newOrg()];
    const id = (await tell(connector(), org)) ?? '';
    await tell(connector(), org, { title: 'secret' });
    const stream = await open(other, { 'last-event-id': id });

    await tell(connector(), other, { title: 'own' });
    await received(stream, 1);

    expect(stream.titles).toEqual(['own']);
  });

  it('rejects the 101st client until another one disconnects', async () => {
    const org = newOrg();
    const readers = await Promise.all(Array.from({ length: 100 }, () => open(org)));
    expect(readers.every(({ response }) => response.status === 200)).toBe(true);
    expect((await open(org)).response.status).toBe(503);

    await readers[0]?.leave();

    await eventually(async () => (await open(org)).response.status === 200);
  });
});

/** A token that expires soon. */
function shortToken(organisationId: string, seconds: number): string {
  const { secret = '', issuer, audience } = connector().config.jwt;
  const claims = { sub: 'tester', orgs: [organisationId], role: 'viewer' };
  return jwt.sign(claims, secret, { issuer, audience, expiresIn: seconds });
}

describe('A stream with an expiring token', () => {
  it('ends with the token, with the reason, and continues with a new token', async () => {
    const org = newOrg();
    const authorization = `Bearer ${shortToken(org, 2)}`;
    const begun = Date.now();
    const stream = await open(org, { authorization });
    const known = await tell(connector(), org, { title: 'before the end' });

    await stream.ended;

    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(stream.events.map(({ event }) => event)).toEqual(['notification', 'end']);
    expect(stream.events[1]).toMatchObject({ id: '', data: { reason: 'token_expired' } });
    expect((await open(org, { authorization })).response.status).toBe(401);
    await tell(connector(), org, { title: 'in the meantime' });
    const next = await open(org, { 'last-event-id': known ?? '' });
    await received(next, 1);
    expect(next.titles).toEqual(['in the meantime']);
  });

  it('closes although the client reads nothing', async () => {
    const org = newOrg();
    const first = await tell(connector(), org);
    for (let n = 0; n < 40; n++) await tell(connector(), org, { detail: 'x'.repeat(300_000) });
    const accepted = once(connector().app.getHttpServer() as Server, 'connection') as Promise<[Socket]>;
    const socket = connect(connector().config.http.port, '127.0.0.1').pause();
    const headers = [
      `orgid: ${org}`,
      `authorization: Bearer ${shortToken(org, 2)}`,
      `last-event-id: ${first}`,
    ];
    socket.write(`GET /api/notifications/stream HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\n\r\n`);
    const [ofService] = await accepted;

    await eventually(() => ofService.destroyed);

    expect(ofService.bytesWritten).toBeGreaterThan(0);
    socket.destroy();
  });
});

it('stops within two seconds although a client reads nothing', async () => {
  const own = await startConnector();
  const org = newOrg();
  const first = await tell(own, org);
  await own.app.get(SystemContext).transaction('a test creates more than the buffers hold', async (em) => {
    for (let n = 0; n < 40; n++)
      await own.app.get(Notifier).notify(em, org, aNotification({ detail: 'x'.repeat(300_000) }));
  });
  const socket = connect(own.config.http.port, '127.0.0.1').pause();
  const headers = [`orgid: ${org}`, `authorization: Bearer ${own.token(org)}`, `last-event-id: ${first}`];
  socket.write(`GET /api/notifications/stream HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\n\r\n`);
  await wait(500);
  const begun = Date.now();

  await own.stop();

  expect(Date.now() - begun).toBeLessThan(5_000);
  socket.destroy();
});

it('ends its streams when the service stops, without waiting for their clients', async () => {
  const own = await startConnector();
  const stream = await EventStream.open(own, newOrg());
  await wait(50);
  const begun = Date.now();

  await own.stop();
  await stream.ended;

  expect(Date.now() - begun).toBeLessThan(5_000);
});
