import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { dumpOf } from '../../support/database-dump.js';
import { reservePort } from '../../support/free-port.js';
import { adTenant } from '../../support/given/ad-tenant.js';
import { createAudience, sendFile, untilDone } from '../../support/given/audiences.js';
import { until } from '../../support/harness/until.js';
import { collectLog, type LogLine } from '../../support/log-lines.js';
import { monitorRedis } from '../../support/redis-monitor.js';
import { WireTap } from '../../support/wire-tap.js';
import { writtenFiles } from '../../support/written-files.js';

const redisUrl = process.env.TEST_REDIS_URL;
const UPLOAD = '/dmp/custom_audience/file/upload/';
const ROWS = 1500;

/** Every form in which an identifier could appear, as the file has it and as it is normalised. */
const CANARIES = ['canary.7f3a', '5550137', '555 0137', 'c0ffee00-cafe-4bad', 'C0FFEE00-CAFE-4BAD'];

const tap = { tikTok: undefined as WireTap | undefined };
let connector: RunningConnector;
let redis: Awaited<ReturnType<typeof monitorRedis>> | undefined;
let log: LogLine[];
const dumps: string[] = [];
const files: string[] = [];

/** Plain identifiers only, among them invalid ones, which errors and reports must not repeat. */
function canaryFile(): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return `Canary.7F3A.${number}@Example.com,+1 415 555 0137,C0FFEE00-CAFE-4BAD-8BAD-${number.padStart(12, '0')}`;
  });
  const invalid = ['canary.7f3a,555 0137 x,C0FFEE00-CAFE-4BAD', '"canary.7f3a', 'canary.7f3a"x,,'];
  return ['email,phone,idfa', ...rows, ...invalid].join('\n');
}

async function takeSnapshot(): Promise<void> {
  dumps.push(await dumpOf(connector.database));
  files.push(await writtenFiles(connector.config.dataDir));
}

function hits(text: string): string[] {
  return CANARIES.filter((canary) => text.toLowerCase().includes(canary.toLowerCase()));
}

beforeAll(async () => {
  tap.tikTok = await WireTap.start(await reservePort());
  redis = redisUrl ? await monitorRedis(redisUrl) : undefined;
  connector = await startConnector({
    environment: {
      ADS_SETTLE_SECONDS: '1',
      LOG_LEVEL: 'trace',
      TIKTOK_BUSINESS_BASE_URL: tap.tikTok.url,
      ...(redisUrl && { REDIS_URL: redisUrl }),
    },
    sandbox: { business: { audienceMatchMs: 200 } },
  });
  tap.tikTok.target = connector.sandbox.url;
  log = collectLog(connector.app);
  const { api, accountId } = await adTenant(connector);
  const { body: file } = await createAudience(api, accountId);
  const { body: segment } = await createAudience(api, accountId, { options: { delivery: 'segment' } });
  // TikTok refuses the first upload, so that the hashes stay on disk for a while.
  await connector.sandbox.fault({ match: `POST /open_api/v1.3${UPLOAD}`, kind: 'http500_html', times: 1 });
  await sendFile(api, file.id, 'append', canaryFile(), '?dryRun=true');
  await sendFile(api, file.id, 'append', canaryFile());
  await until(async () => (await writtenFiles(connector.config.dataDir)).includes('audiences'));
  await takeSnapshot();
  await untilDone(api, file.id);
  await sendFile(api, segment.id, 'append', canaryFile());
  await untilDone(api, segment.id);
  await sendFile(api, file.id, 'append', 'canary.7f3a\n5550137\n');
  await sendFile(api, file.id, 'append', `email\ncanary.7f3a@example.com\n${'a'.repeat(64)}\n`);
  await takeSnapshot();
}, 120_000);

afterAll(async () => {
  await connector?.stop();
  redis?.stop();
  await tap.tikTok?.close();
});

describe('In an upload of customers', () => {
  it('the hashes reached TikTok, and the search finds identifiers where they are', () => {
    const sent = tap.tikTok?.exchanges.filter(({ path }) => path.endsWith(UPLOAD)) ?? [];
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(sent.at(-1)?.sent).toMatch(/(?:[0-9a-f]{64},){2}[0-9a-f]{64}\n/);
    expect(tap.tikTok?.exchanges.some(({ path }) => path.endsWith('/segment/mapping/'))).toBe(true);
    expect(hits(canaryFile())).toHaveLength(CANARIES.length - 1);
    expect(files[0]).toMatch(/[0-9a-f]{64}\n/);
  });

  it('no identifier is in a request to TikTok, or in its answers', () => {
    const requests = tap.tikTok?.exchanges.map((exchange) => JSON.stringify(exchange)).join('\n') ?? '';
    expect(hits(requests)).toEqual([]);
  });

  it('no identifier is in the log', () => {
    expect(log.length).toBeGreaterThan(10);
    expect(hits(JSON.stringify(log))).toEqual([]);
  });

  it('no identifier is in the database', () => {
    expect(dumps[1]).toContain('ad_audience_uploads');
    expect(hits(dumps.join('\n'))).toEqual([]);
  });

  it('no identifier is in the data folder, and no hash stays there', () => {
    expect(hits(files.join('\n'))).toEqual([]);
    expect(files[1]).not.toMatch(/[0-9a-f]{64}\n/);
  });

  it('no identifier is in the queue', () => {
    const commands = redis?.text() ?? '';
    expect(redis === undefined || commands.includes('audience')).toBe(true);
    expect(hits(commands)).toEqual([]);
  });
});
