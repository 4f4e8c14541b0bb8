import { once } from 'node:events';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { deliver, delivery, signature } from '../../support/given/webhook-deliveries.js';
import { RawHttp } from '../../support/raw-http.js';
import { withSeed, type SeededRandom } from '../../support/seeded-random.js';
import { lengthOf } from '../../support/short-form.js';

const PATH = '/connect/webhook/tiktok';
const AT_ONCE = 20;
const HEADERS = lengthOf({ what: 'bad-deliveries: random headers', full: 100_000, short: 1_500 });
const FLIPS = lengthOf({ what: 'bad-deliveries: bit flips', full: 50_000, short: 1_000 });

// No limit of calls, so that each delivery is judged on its own.
const connector = useConnector({ webhooks: false, environment: { RATE_LIMIT_PUBLIC: '0' } });

async function rows(): Promise<number> {
  const [row] = await connector().database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM webhook_events',
  );
  return row?.n ?? -1;
}

interface Bad {
  body: Buffer;
  header: string;
}

/** @returns how often each status was the answer */
async function statusesOf(count: number, bad: () => Bad): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  let left = count;
  const sender = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { body, header } = bad();
      const { status } = await deliver(connector().anonymous, body, { header });
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return statuses;
}

const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

function randomHeader(random: SeededRandom): string {
  const text = (length: number, from: readonly string[]) =>
    Array.from({ length }, () => from[random.integer(0, from.length - 1)]).join('');
  const hex = () => text(64, [...'0123456789abcdef']);
  const now = Math.floor(Date.now() / 1000);
  return random.pick(
    () => `x${text(random.integer(0, 120), PRINTABLE)}x`,
    () => `t=${now},s=${hex()}`,
    () => `t=${random.integer(0, 2 ** 31)},s=${hex()},s=${hex()}`,
    () => `s=${hex()},t=${now},t=${now + 1}`,
    () => `t=${now},s=${text(random.integer(1, 200), [...'0123456789abcdefABCDEF'])}z`,
  )();
}

/** A valid delivery in which one bit of the body or of the header is another. */
function flipped(random: SeededRandom): Bad {
  const body = Buffer.from(delivery());
  const header = Buffer.from(signature(body));
  const target = random.pick(body, header);
  const at = random.integer(0, target.length - 1);
  const before = target[at] ?? 0;
  target[at] = before ^ (1 << random.integer(0, 7));
  // Clients send no control characters in headers: the body is changed instead.
  if (target === header && !/^[\x21-\x7e]+$/.test(header.toString('latin1'))) {
    target[at] = before;
    body[0] = (body[0] ?? 0) ^ 1;
  }
  return { body, header: header.toString('latin1') };
}

describe('deliveries that TikTok did not sign', () => {
  it('are refused with any random header, and none is stored', async () => {
    const before = await rows();
    await withSeed(async (random) => {
      const body = Buffer.from(delivery());
      expect(await statusesOf(HEADERS, () => ({ body, header: randomHeader(random) }))).toEqual({
        401: HEADERS,
      });
    });
    expect(await rows()).toBe(before);
  }, 600_000);

  it('are refused after any change of one bit, and none is stored', async () => {
    const before = await rows();
    await withSeed(async (random) => {
      expect(await statusesOf(FLIPS, () => flipped(random))).toEqual({ 401: FLIPS });
    });
    expect(await rows()).toBe(before);
  }, 600_000);
});

/** @param headers an array is sent as that many headers */
async function post(body: Buffer, headers: Record<string, string | string[]>): Promise<number> {
  const sent = request(connector().url + PATH, { method: 'POST', headers });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  return answer.statusCode;
}

const body = () => Buffer.from(delivery());
const forged = (valid: string) => valid.replace(/s=.*/, `s=${'0'.repeat(64)}`);

describe('an odd request', () => {
  let before = 0;
  beforeEach(async () => {
    before = await rows();
  });
  const stores = async (count: number) => expect(await rows()).toBe(before + count);

  it('with two headers is accepted only if one of them fits at the same time', async () => {
    const [one, other] = [body(), body()];
    expect(await post(one, { 'tiktok-signature': [forged(signature(one)), signature(one)] })).toBe(200);
    expect(await post(other, { 'tiktok-signature': [signature(other), `t=1,s=${'0'.repeat(64)}`] })).toBe(
      401,
    );
    expect(
      await post(other, { 'tiktok-signature': [forged(signature(other)), forged(signature(other))] }),
    ).toBe(401);
    await stores(1);
  });

  it('with a header of 64 KB is refused', async () => {
    const bytes = body();
    const connection = await RawHttp.to(connector().url);
    connection.write(
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ntiktok-signature: ${signature(bytes)},x=${'0'.repeat(65_536)}\r\n` +
        `content-length: ${bytes.length}\r\n\r\n`,
    );
    connection.write(bytes);
    expect(await connection.closed()).toMatch(/^HTTP\/1\.1 431/);
    await stores(0);
  });

  it('that ends within its body stores nothing', async () => {
    const bytes = body();
    const headers = `tiktok-signature: ${signature(bytes)}\r\n`;
    const connection = await RawHttp.silentAfter(connector().url + PATH, 'POST', bytes, headers);
    connection.cut();
    await connection.closed();
    await stores(0);
  });

  it('with a chunked body is accepted', async () => {
    const bytes = body();
    expect(await post(bytes, { 'transfer-encoding': 'chunked', 'tiktok-signature': signature(bytes) })).toBe(
      200,
    );
    await stores(1);
  });

  it.each<[string, () => Buffer, string]>([
    ['compressed bytes', () => gzipSync(body()), 'gzip'],
    ['bytes that are not UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d, ...body()]), 'identity'],
    ['duplicate keys', () => Buffer.from(`{"client_key":"other",${delivery().slice(1)}`), 'identity'],
    ['a hundred thousand levels', () => Buffer.from(`${'['.repeat(100_000)}${delivery()}`), 'identity'],
    [
      'zero bytes',
      () => Buffer.from(delivery({ event: 'video.a\0b', content: '{"a":"\\u0000"}' })),
      'identity',
    ],
    [
      'half of a surrogate pair',
      () => Buffer.from(delivery().replace('video.', 'video.\\ud800')),
      'identity',
    ],
    ['a name of 100 KB', () => Buffer.from(delivery({ event: 'x'.repeat(100_000) })), 'identity'],
    ['ids that are objects', () => Buffer.from(delivery({ user_openid: { a: 1 }, content: 7 })), 'identity'],
  ])('that is signed and has %s is stored and acknowledged', async (_name, bytesOf, encoding) => {
    const bytes = bytesOf();
    const headers = { 'content-encoding': encoding, 'tiktok-signature': signature(bytes) };
    expect(await post(bytes, headers)).toBe(200);
    await stores(1);
  });

  it('with odd bytes in a header is stored with a header that is harmless', async () => {
    const bytes = body();
    const headers = { 'tiktok-signature': signature(bytes), 'x-tt-logid': `"{\\\xff}${'x'.repeat(1_000)}` };
    expect(await post(bytes, headers)).toBe(200);
    const stored = await connector().database.query(
      `SELECT headers FROM webhook_events WHERE raw_body = $1`,
      [bytes],
    );
    expect(stored).toEqual([{ headers: { 'x-tt-logid': `"{\\\ufffd}${'x'.repeat(195)}` } }]);
  });

  it('whose event PostgreSQL refuses is stored as bytes, and does not fail its neighbours', async () => {
    await connector().database.query(
      `ALTER TABLE webhook_events ADD CONSTRAINT odd CHECK (event <> 'video.odd')`,
    );
    const all = Array.from({ length: 20 }, (_, n) =>
      delivery({ event: n === 7 ? 'video.odd' : 'video.plain' }),
    );
    const answers = await Promise.all(all.map((one) => deliver(connector().anonymous, one)));
    expect(answers.map(({ status }) => status)).toEqual(all.map(() => 200));
    await stores(20);
    const odd = await connector().database.query(
      'SELECT status, event FROM webhook_events WHERE raw_body = $1',
      [Buffer.from(all[7] ?? '')],
    );
    expect(odd).toEqual([{ status: 'quarantined', event: null }]);
  });
  afterEach(() => connector().database.query('ALTER TABLE webhook_events DROP CONSTRAINT IF EXISTS odd'));
});
