import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { WebhookQuarantine } from '../../../src/webhooks/webhook-quarantine.js';
import { connectAccount } from '../../support/consent.js';
import { useConnector } from '../../support/connector.js';
import {
  BUSINESS_APP_ID,
  BUSINESS_SECRET,
  SECRET,
  deliver,
  delivery,
  settledEvents,
  signature,
} from '../../support/webhooks.js';

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

describe('A delivery that TikTok has not signed changes nothing', () => {
  const HOUR = 3600;
  const forged: Record<string, (body: string) => string> = {
    'without a signature': () => '',
    'with a made-up signature': () => `t=1,s=${'0'.repeat(64)}`,
    'with a short signature': () => 't=1,s=00',
    'signed with another secret': (body) => signature(body, 'not-the-secret'),
    'signed for another body': () => signature('{}'),
    'signed at another time': (body) =>
      signature(body).replace(/^t=\d+/, `t=${Math.floor(Date.now() / 1000) - 60}`),
    'whose signature is in capitals': (body) =>
      signature(body).replace(/s=(.*)/, (_, hex: string) => `s=${hex.toUpperCase()}`),
    'with two times': (body) => `${signature(body)},t=1`,
    'with nothing but the signature': (body) => signature(body).replace(/^t=\d+,/, ''),
    'signed more than three days ago': (body) => signature(body, undefined, 74 * HOUR),
    'signed in the future': (body) => signature(body, undefined, -HOUR),
    'with an empty header': () => ' ',
  };
  it.each(Object.keys(forged))('%s', async (name) => {
    const body = delivery();

    const answer = await deliver(connector().anonymous, body, { header: forged[name]?.(body) });

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_signature' } });
    expect(await rowsOf(body)).toEqual([]);
  });

  it('with one byte changed on its way', async () => {
    const body = delivery();

    const answer = await deliver(connector().anonymous, body.replace('nobody', 'nobodx'), {
      header: signature(body),
    });

    expect(answer.status).toBe(401);
  });

  it('with random headers, a hundred of them, without one answer of 5xx', async () => {
    const before = await countEvents();
    for (let n = 0; n < 100; n += 1) {
      const junk = randomBytes(randomInt(1, 80)).toString(n % 2 ? 'hex' : 'base64url');
      const header = n % 3 ? junk : `t=${randomInt(2 ** 31)},s=${randomBytes(32).toString('hex')}`;
      expect((await deliver(connector().anonymous, delivery(), { header })).status).toBe(401);
    }
    expect(await countEvents()).toBe(before);
  });
});

describe('A signed delivery', () => {
  it('needs no JWT and is answered with 200 once it is stored', async () => {
    const body = delivery();

    expect((await deliver(connector().anonymous, body)).status).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  const headers: Record<string, (valid: string) => string> = {
    'in the other order': (valid) => valid.split(',').toReversed().join(','),
    'with blanks': (valid) => ` ${valid.replace(',', ' , ')} `,
    'with an element that is new': (valid) => `v=1,${valid},x=y=z`,
    'with a second signature': (valid) => `${valid},s=${'0'.repeat(64)}`,
    'with a second signature in front': (valid) => `s=${'0'.repeat(64)},${valid}`,
  };
  it.each(Object.keys(headers))('is taken whose header comes %s', async (name) => {
    const body = delivery();

    const answer = await deliver(connector().anonymous, body, { header: headers[name]?.(signature(body)) });

    expect(answer.status).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it.each([
    ['the login app', {}, BUSINESS_SECRET],
    ['the Business app', { client_key: BUSINESS_APP_ID }, SECRET],
  ])(
    'in the name of %s has to be signed with its secret, not with another one of ours',
    async (_app, parts, secret) => {
      const body = delivery(parts);

      const answer = await deliver(connector().anonymous, body, { header: signature(body, secret) });

      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid_signature' } });
      expect(await rowsOf(body)).toEqual([]);
    },
  );

  it.each([SECRET, BUSINESS_SECRET])(
    'in the name of an app that is not ours is quarantined',
    async (secret) => {
      const body = delivery({ client_key: 'another-app' });

      const answer = await deliver(connector().anonymous, body, { header: signature(body, secret) });

      expect(answer.status).toBe(200);
      expect(await rowsOf(body)).toMatchObject([{ status: 'quarantined' }]);
    },
  );

  it('that names no time, or its account by a number, is handled all the same', async () => {
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

  it('that was not understood is handled by a later version, if its own app has signed it', async () => {
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
    // As an older version left them: without a word of what they say.
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

  it('of the Business API is signed with the other secret', async () => {
    const body = delivery({ client_key: BUSINESS_APP_ID });

    expect(
      (await deliver(connector().anonymous, body, { header: signature(body, BUSINESS_SECRET) })).status,
    ).toBe(200);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('that comes late is taken and flagged', async () => {
    const { api, username } = await connector().tenant();
    await connector().sandbox.control('/webhooks/emit', {
      event: 'video.late',
      account: username,
      late: true,
    });

    expect(await settledEvents(api, 'video.late')).toMatchObject([{ late: true, status: 'ignored' }]);
  });

  it('that comes again is acknowledged and stored once', async () => {
    const body = delivery();
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await deliver(connector().anonymous, body)).status);

    expect(statuses).toEqual([200, 200, 200]);
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('that comes twenty times at once, signed anew each time, is stored once', async () => {
    const body = delivery();

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        deliver(connector().anonymous, body, { header: signature(body, undefined, n) }),
      ),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await rowsOf(body)).toHaveLength(1);
  });

  it('duplicated by TikTok shows as one event to the organisation', async () => {
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
    ['is no JSON', '{"client_key":'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is a number', '7'],
    ['is null', 'null'],
    ['has no event', delivery({ event: undefined })],
    ['has an event that is no text', delivery({ event: { a: 1 } })],
    ['has a time that is no number', delivery({ create_time: 'now' })],
    ['has a time beyond all calendars', delivery({ create_time: 9e18 })],
    ['has a negative time', delivery({ create_time: -1e15 })],
    ['has content that is no text', delivery({ content: { a: 1 } })],
    ['has content that is no JSON', delivery({ content: 'not json' })],
    ['has content that is a list', delivery({ content: '[1]' })],
    ['has a zero byte in a text', delivery({ event: 'video.\u0000' })],
    ['is of another app', delivery({ client_key: 'somebody-else' })],
    ['nests a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('that %s is kept for people and never answered with 5xx', async (_name, body) => {
    const answer = await deliver(connector().anonymous, body, { header: signature(body) });

    expect(answer.status).toBe(200);
    const rows = await eventually(async () => {
      const found = await rowsOf(body);
      return found.every(({ status }) => status !== 'received') && found;
    });
    expect(rows).toHaveLength(1);
    expect(['quarantined', 'ignored']).toContain(rows[0]?.status);
  });

  it('of an event that nobody here knows is stored, shown and ignored', async () => {
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

  it.each(['text/plain', 'application/octet-stream', 'application/json; charset=utf-8', ''])(
    'with the content type "%s" is read all the same',
    async (type) => {
      const body = delivery();

      const { status } = await deliver(connector().anonymous, body, { type });

      expect(status).toBe(200);
      expect(await rowsOf(body)).toHaveLength(1);
    },
  );

  it.each(['application/json', 'text/plain'])('of 300 kB (%s) is refused with 413', async (type) => {
    const body = delivery({ content: 'x'.repeat(300_000) });

    const answer = await deliver(connector().anonymous, body, { type });

    expect(answer.status).toBe(413);
    expect((answer.body as unknown as ProblemBody).status).toBe(413);
    expect(await rowsOf(body)).toEqual([]);
  });

  it('for an account that several organisations have connected is shown to each', async () => {
    const first = await connector().tenant();
    const second = connector().api();
    await connectAccount(second, { account: first.username });
    const event = `video.${randomUUID()}`;

    await connector().sandbox.control('/webhooks/emit', { event, account: first.username });

    expect(await settledEvents(first.api, event)).toHaveLength(1);
    expect(await settledEvents(second, event)).toHaveLength(1);
  });

  it('for an account that nobody has connected is shown to nobody', async () => {
    const { api } = await connector().tenant();
    const body = delivery({ event: 'video.unclaimed', user_openid: randomUUID() });
    await deliver(connector().anonymous, body);
    await eventually(async () => (await rowsOf(body))[0]?.status === 'ignored');

    const { body: page } = await api.get<PageBody<{ event: string }>>('/api/webhooks/events');

    expect(page.items).toEqual([]);
  });
});

describe('authorization.removed', () => {
  it('expires the integrations of every organisation that has the account, and says why', async () => {
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

  it('leaves other accounts alone, and a new consent makes the integration active again', async () => {
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
