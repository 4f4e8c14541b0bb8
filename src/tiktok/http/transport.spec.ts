import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppConfig } from '../../config/index.js';
import { memoryGovernor } from '../testing/memory-governor.js';
import { envelope, ScriptedTransport, SPEC_CONFIG } from '../testing/scripted-transport.js';
import { RateBudgetError } from '../rate-limits/rate-budget.error.js';
import type { Priority } from '../rate-limits/rated-call.js';
import { openApiData } from '../open-api/open-api-envelope.js';
import { TikTokNetworkError } from './tiktok-errors.js';
import { TikTokTransport } from './transport.js';

let silent: Server;
let url: string;
let calls: number;
beforeEach(async () => {
  calls = 0;
  silent = createServer(() => (calls += 1)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
});
afterEach(() => {
  silent.close();
  silent.closeAllConnections();
});

function transport(): TikTokTransport {
  const config = new AppConfig({ ...SPEC_CONFIG, tiktok: { ...SPEC_CONFIG.tiktok, apiBaseUrl: url } });
  return new TikTokTransport(config, memoryGovernor(config));
}

const TOO_MANY = 11;

/** Makes more creates at once than TikTok takes in a second. */
function createAtOnce(priority: Priority): Promise<PromiseSettledResult<string>[]> {
  const path = '/campaign/create/';
  const rated = { api: 'business' as const, path, credentialId: 'c', priority };
  const request = { method: 'POST' as const, url: `${url}${path}`, kind: 'mutation' as const, rated };
  const scripted = new ScriptedTransport(Array.from({ length: TOO_MANY }, () => envelope(0)));
  return Promise.allSettled(Array.from({ length: TOO_MANY }, () => scripted.call(request, () => 'done')));
}

describe('TikTokTransport', () => {
  it('ends a call at its deadline without another attempt', async () => {
    const deadline = performance.now() + 300;
    const call = transport().call({ method: 'GET', url: `${url}/v2/`, kind: 'read', deadline }, openApiData);

    await expect(call).rejects.toThrow(TikTokNetworkError);

    // Every attempt gets at least 1 s. Without the deadline it would take 20 s, three times.
    expect(performance.now() - deadline).toBeLessThan(8_000);
    expect(calls).toBe(1);
  });

  describe('beyond the calls of a second', () => {
    it('lets a call wait that a user waits for', async () => {
      const all = await createAtOnce('interactive');
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(TOO_MANY);
    });

    it('refuses background work, which comes again', async () => {
      const refused = (await createAtOnce('background')).find((one) => one.status === 'rejected');
      expect(refused?.reason).toBeInstanceOf(RateBudgetError);
    });
  });
});
