import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../support/api-client.js';
import { buildService } from '../support/harness/build-service.js';
import { CrashHarness, type Poster } from '../support/harness/crash-harness.js';
import type { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';
import { TOKEN } from '../support/sandbox-control.js';

const MINUTES = 60_000;

let harness: CrashHarness;
let service: ServiceProcess;
let poster: Poster;
let calls: number;

beforeAll(async () => {
  await buildService();
  harness = await CrashHarness.open();
}, 5 * MINUTES);
afterAll(() => harness.close());

beforeEach(async () => {
  service = await harness.start();
  poster = await harness.poster(service);
  await expire();
  calls = await harness.sandbox.calls(TOKEN);
}, MINUTES);

const creatorInfo = () => harness.api(poster, service).provider<ProblemBody>('get-creator-info', {});
const tokenCalls = async () => (await harness.sandbox.calls(TOKEN)) - calls;

/** Expires the access tokens in our record, and pauses the background refresh. */
function expire(): Promise<unknown> {
  return harness.database.query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL, due_at = NULL`,
  );
}

async function untilItWorks(): Promise<void> {
  await until(async () => (await creatorInfo()).status === 200);
}

describe('a process that ends during a refresh', () => {
  it(
    'leaves the account to its successor once the lease has expired, after a kill',
    async () => {
      const asked = harness.gate.stopAt({ path: '/v2/oauth/token/', moment: 'request' });
      const caller = creatorInfo().catch(() => undefined);
      await asked;
      await harness.kill(service);
      await caller;

      service = await harness.start();
      const { status, body } = await creatorInfo();
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'token_refresh_slow' });
      await untilItWorks();

      // The killed process's call never reached TikTok.
      expect(await tokenCalls()).toBe(1);
      await service.stop();
    },
    3 * MINUTES,
  );

  it(
    'waits for TikTok’s answer during a shutdown, although its callers have left',
    async () => {
      await harness.sandbox.fault({ match: TOKEN, kind: 'slow', ms: 8_000, times: 1 });
      expect((await creatorInfo()).status).toBe(503);

      await service.stop();

      const rows = await harness.database.query<{ renewed: boolean; lease: string | null }>(
        `SELECT access_expires_at > now() AS renewed, refresh_lease AS lease FROM credentials
         WHERE id = (SELECT credential_id FROM integrations WHERE organisation_id = $1)`,
        [poster.organisationId],
      );
      expect(rows).toEqual([{ renewed: true, lease: null }]);
      service = await harness.start();
      await expire();
      await untilItWorks();
      expect(await tokenCalls()).toBe(2);
      await service.stop();
    },
    3 * MINUTES,
  );
});
