import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppConfig } from '../../config/index.js';
import { memoryGovernor } from '../testing/memory-governor.js';
import { SPEC_CONFIG } from '../testing/scripted-transport.js';
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

describe('TikTokTransport', () => {
  it('ends a call at its deadline without another attempt', async () => {
    const deadline = performance.now() + 300;
    const call = transport().call({ method: 'GET', url: `${url}/v2/`, kind: 'read', deadline }, openApiData);

    await expect(call).rejects.toThrow(TikTokNetworkError);

    // Every attempt gets at least 1 s. Without the deadline it would take 20 s, three times.
    expect(performance.now() - deadline).toBeLessThan(8_000);
    expect(calls).toBe(1);
  });
});
