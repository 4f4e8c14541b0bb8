import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { WebhookQuarantine } from '../../../src/webhooks/webhook-quarantine.js';
import { connectAccount } from '../../support/given/consent.js';
import { useConnector } from '../../support/connector.js';
import {
  BUSINESS_APP_ID,
  BUSINESS_SECRET,
  SECRET,
  deliver,
  delivery,
  settledEvents,
  signature,
} from '../../support/given/webhook-deliveries.js';

const connector = useConnector();

interface Row extends Record<string, unknown> {
  status: string;
  late: boolean;
}

function rowsOf(body: string | Buffer): Promise<Row[]> {
  return connector().database.query<Row>('SELECT status, late FROM webhook_events WHERE raw_body = $1', [
    Buffer.from(body),
  ]);
}

async function countEvents(): Promise<number> {
  const [row] = await connector().database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM webhook_events',
  );
  return row?.n ?? -1;
}

describe('POST /connect/webhook/tiktok with an invalid signature', () => {
  const HOUR = 3600;
  const forged: Record<string, (body: string) => string> = {
    'without a signature': () => '',
    'with a made-up signature': () => `t=1,s=${'0'.repeat(64)}`,
    'with a short signature': () => 't=1,s=00',
    'signed with another secret': (body) => signature(body, 'not-the-secret'),
    'signed for another body': () => signature('{}'),
    'signed at another time': (body) =>
      signature(body).replace(/^t=\d+/, `t=${Math.floor(Date.now() / 1000) - 60}`),
    'with an upper-case signature': (body) =>
      signature(body).replace(/s=(.*)/, (_, hex: string) => `s=${hex.toUpperCase()}`),
    'with two times': (body) => `${signature(body)},t=1`,
    'without a time': (body) => signature(body).replace(/^t=\d+,/, ''),
    'signed more than three days ago': (body) => signature(body, undefined, 74 * HOUR),
    'signed in the future': (body) => signature(body, undefined, -HOUR),
    'with an empty header': () => ' ',
  };
  it.each(Object.keys(forged))('rejects a delivery %s', async (name) => {
    const body = delivery();

    const answer = await deliver(connector().anonymous, body, { header: forged[name]?.(body) });

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_signature' } });
    expect(await rowsOf(body)).toEqual([]);
  });

  it('rejects a delivery with one changed byte', async () => {
    const body = delivery();

    const answer = await deliver(connector().anonymous, body.replace('unconnected', 'unconnectee'), {
      header: signature(body),
    });

    expect(answer.status).toBe(401);
  });

  it('rejects a hundred random headers without a 5xx', async () => {
    const before = await countEvents();
    for (let n = 0; n < 100; n += 1) {
      const junk = randomBytes(randomInt(1, 80)).toString(n % 2 ? 'hex' : 'base64url');
      const header = n % 3 ? junk : `t=${randomInt(2 ** 31)},s=${randomBytes(32).toString('hex')}`;
      expect((await deliver(connector().anonymous, delivery(), { header })).status).toBe(401);
    }
    expect(await countEvents()).toBe(before);
  });
});

describe('POST /connect/webhook/tiktok', () => {
  it('needs no JWT, and returns 200 once the event is stored', async () => {
    const body = delivery();

    expect((await deliver(connector().anonymous, body)).status).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  const headers: Record<string, (valid: string) => string> = {
    'in reverse order': (valid) => valid.split(',').toReversed().join(','),
    'with blanks': (valid) => ` ${valid.replace(',', ' , ')} `,
    'with unknown elements': (valid) => `v=1,${valid},x=y=z`,
    'with a second signature': (valid) => `${valid},s=${'0'.repeat(64)}`,
    'with a second signature in front': (valid) => `s=${'0'.repeat(64)},${valid}`,
  };
  it.each(Object.keys(headers))('accepts a header %s', async (name) => {
    const body = delivery();

    const answer = await deliver(connector().anonymous, body, { header: headers[name]?.(signature(body)) });

    expect(answer.status).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it.each([
    ['the login app', {}, BUSINESS_SECRET],
    ['the Business app', { client_key: BUSINESS_APP_ID }, SECRET],
  ])('requires the secret of %s, not of our other app', async (_app, parts, secret) => {
    const body = delivery(parts);

    const answer = await deliver(connector().anonymous, body, { header: signature(body, secret) });

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_signature' } });
    expect(await rowsOf(body)).toEqual([]);
  });

  it.each([SECRET, BUSINESS_SECRET])('quarantines a delivery for an unknown app', async (secret) => {
    const body = delivery({ client_key: 'another-app' });

    const answer = await deliver(connector().anonymous, body, { header: signature(body, secret) });

    expect(answer.status).toBe(200);
    expect(await rowsOf(body)).toMatchObject([{ status: 'quarantined' }]);
  });

  it('handles a delivery without a time, or with a numeric account', async () => {
    const { api, integrationId } = await connector().tenant();
    const account = await connector().database.query<{ open_id: string }>(
      'SELECT open_id FROM integrations WHERE id = $1',
      [integrationId],
    );
    const parts = { event: 'video.odd', user_openid: account[0]?.open_id };
    for (const time of [undefined, null, 'now', `${Math.floor(Date.now() / 1000)}`, Date.now()])
      await deliver(connector().anonymous, delivery({ ...parts, create_time: time, content: { time } }));

    await eventually(async () => (await settledEvents(api, 'video.odd')).length === 5);
  });

  it('lets a later version handle a quarantined delivery that its own app signed', async () => {
    const { api, integrationId } = await connector().tenant();
    const [account] = await connector().database.query<{ open_id: string }>(
      'SELECT open_id FROM integrations WHERE id = $1',
      [integrationId],
    );
    const [mine, foreign] = [0, 1].map(() =>
      delivery({ event: 'video.later', user_openid: account?.open_id }),
    );
    for (const body of [mine, foreign]) await deliver(connector().anonymous, body ?? '');
    await eventually(async () => (await settledEvents(api, 'video.later')).length === 2);
    // As an older version stored them: without parsed fields.
    await connector().database.query(
      `UPDATE webhook_events SET status = 'quarantined', client_key = '', event = NULL, user_openid = NULL,
         signed_by = CASE WHEN raw_body = $1 THEN signed_by ELSE 'another-app' END WHERE event = 'video.later'`,
      [Buffer.from(mine ?? '')],
    );
    expect((await rowsOf(mine ?? ''))[0]?.status).toBe('quarantined');

    expect(await connector().app.get(WebhookQuarantine).review()).toBe(1);

    await eventually(async () => (await rowsOf(mine ?? ''))[0]?.status === 'ignored');
    expect(await rowsOf(foreign ?? '')).toMatchObject([{ status: 'quarantined' }]);
  });

  it('lets a later version handle quarantined deliveries although PostgreSQL refuses an earlier one', async () => {
    const { database } = connector();
    const [refused, later] = [delivery({ event: 'video.refused' }), delivery({ event: 'video.much.later' })];
    await database.query(`ALTER TABLE webhook_events ADD CONSTRAINT odd CHECK (event <> 'video.refused')`);
    try {
      for (const body of [refused, later]) await deliver(connector().anonymous, body);
      await eventually(async () => (await rowsOf(later))[0]?.status === 'ignored');
      await database.query(
        `UPDATE webhook_events SET status = 'quarantined', event = NULL WHERE raw_body = $1`,
        [Buffer.from(later)],
      );

      expect(await connector().app.get(WebhookQuarantine).review()).toBe(1);

      await eventually(async () => (await rowsOf(later))[0]?.status === 'ignored');
      expect(await rowsOf(refused)).toMatchObject([{ status: 'quarantined' }]);
    } finally {
      await database.query('ALTER TABLE webhook_events DROP CONSTRAINT odd');
    }
  });

  it('accepts the secret of the Business app for its deliveries', async () => {
    const body = delivery({ client_key: BUSINESS_APP_ID });

    expect(
      (await deliver(connector().anonymous, body, { header: signature(body, BUSINESS_SECRET) })).status,
    ).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('accepts and flags a late delivery', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control('/webhooks/emit', {
      event: 'video.late',
      account: username,
      late: true,
    });

    expect(await settledEvents(api, 'video.late')).toMatchObject([{ late: true, status: 'ignored' }]);
  });

  it('acknowledges a repeated delivery, and stores it once', async () => {
    const body = delivery();
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await deliver(connector().anonymous, body)).status);

    expect(statuses).toEqual([200, 200, 200]);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('stores twenty concurrent deliveries with different signatures once', async () => {
    const body = delivery();

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        deliver(connector().anonymous, body, { header: signature(body, undefined, n) }),
      ),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('lists a duplicate as one event', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control('/webhooks/emit', {
      event: 'video.twice',
      account: username,
      duplicate: true,
    });

    expect(await settledEvents(api, 'video.twice')).toHaveLength(1);
    await eventually(async () => {
      const { deliveries } = await connector().sandbox.read<{
        deliveries: { event: string; state: string }[];
      }>('/webhooks');
      const twice = deliveries.filter(({ event }) => event === 'video.twice');
      return twice.length === 2 && twice.every(({ state }) => state === 'delivered');
    });
    expect(await settledEvents(api, 'video.twice')).toHaveLength(1);
  });

  it.each([
    ['is not JSON', '{"client_key":'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is a number', '7'],
    ['is null', 'null'],
    ['has no event', delivery({ event: undefined })],
    ['has an event that is not a string', delivery({ event: { a: 1 } })],
    ['has a time that is not a number', delivery({ create_time: 'now' })],
    ['has a time beyond the calendar', delivery({ create_time: 9e18 })],
    ['has a negative time', delivery({ create_time: -1e15 })],
    ['has content that is not a string', delivery({ content: { a: 1 } })],
    ['has content that is not JSON', delivery({ content: 'not json' })],
    ['has content that is a list', delivery({ content: '[1]' })],
    ['has a zero byte in a text', delivery({ event: 'video.\u0000' })],
    ['is of another app', delivery({ client_key: 'another-app' })],
    ['nests a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('stores a body that %s, and never returns 5xx', async (_name, body) => {
    const answer = await deliver(connector().anonymous, body, { header: signature(body) });

    expect(answer.status).toBe(200);
    const rows = await eventually(async () => {
      const found = await rowsOf(body);
      return found.every(({ status }) => status !== 'received') && found;
    });
    expect(rows).toHaveLength(1);
    expect(['quarantined', 'ignored']).toContain(rows[0]?.status);
  });

  it('stores, lists and ignores an unknown event', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control('/webhooks/emit', {
      event: 'video.brand.new',
      account: username,
      content: '{"video_id": 7602997517160123666, "deep": {"a": [1, 2]}}',
    });

    expect(await settledEvents(api, 'video.brand.new')).toMatchObject([
      { status: 'ignored', content: { video_id: '7602997517160123666', deep: { a: [1, 2] } } },
    ]);
  });

  it.each([
    'text/plain',
    'application/octet-stream',
    'application/json; charset=utf-8',
    'multipart/form-data; boundary=x',
    'no type',
    '',
  ])('accepts the content type "%s"', async (type) => {
    const body = delivery();

    const { status } = await deliver(connector().anonymous, body, { type });

    expect(status).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it.each(['application/json', 'text/plain'])('rejects 300 KB (%s) with 413', async (type) => {
    const body = delivery({ content: 'x'.repeat(300_000) });

    const answer = await deliver(connector().anonymous, body, { type });

    expect(answer.status).toBe(413);
    expect((answer.body as unknown as ProblemBody).status).toBe(413);
    expect(await rowsOf(body)).toEqual([]);
  });

  it('shows the event to every organisation that has connected the account', async () => {
    const first = await connector().tenant();
    const second = connector().api();
    await connectAccount(second, { account: first.username });
    const event = `video.${randomUUID()}`;

    await connector().sandbox.control('/webhooks/emit', { event, account: first.username });

    expect(await settledEvents(first.api, event)).toHaveLength(1);
    expect(await settledEvents(second, event)).toHaveLength(1);
  });

  it('shows the event to no organisation when the account is not connected', async () => {
    const { api } = await connector().tenant();
    const body = delivery({ event: 'video.unclaimed', user_openid: randomUUID() });
    await deliver(connector().anonymous, body);
    await eventually(async () => (await rowsOf(body))[0]?.status === 'ignored');

    const { body: page } = await api.get<PageBody<{ event: string }>>('/api/webhooks/events');

    expect(page.items).toEqual([]);
  });
});

describe('authorization.removed', () => {
  it('expires the integrations of every organisation with the account, with a reason', async () => {
    const first = await connector().tenant();
    const second = connector().api();
    await connectAccount(second, { account: first.username });

    await connector().sandbox.control('/tokens/revoke', { account: first.username, reason: 1 });

    for (const api of [first.api, second]) {
      const expired = await eventually(async () => {
        const { body } =
          await api.get<PageBody<{ status: string; statusReason: string }>>('/api/integrations');
        return body.items[0]?.status === 'expired' && body.items[0];
      });
      expect(expired.statusReason).toBe('the TikTok user disconnected the app');
    }
    const refused = await first.api.post<ProblemBody>('/api/sync/trigger', {
      platform: 'tiktok',
      syncType: 'all',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'no_integration' } });
  });

  it('leaves other accounts alone, and a new consent reactivates the integration', async () => {
    const gone = await connector().tenant();
    const other = await connector().tenant();
    await connector().sandbox.control('/tokens/revoke', { account: gone.username, reason: 4 });
    await settledEvents(gone.api, 'authorization.removed');

    const landed = await connectAccount(gone.api, { account: gone.username });

    expect(landed.searchParams.get('integrationId')).toBe(gone.integrationId);
    for (const { api } of [gone, other]) {
      const { body } = await api.get<PageBody<{ status: string; statusReason: null }>>('/api/integrations');
      expect(body.items).toMatchObject([{ status: 'active', statusReason: null }]);
    }
  });
});
