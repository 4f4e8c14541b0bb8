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

describe('A call to a TikTok that does not answer', () => {
  it('ends when it has to be answered, and is not repeated after that', async () => {
    const answerBy = performance.now() + 300;
    const call = transport().call({ method: 'GET', url: `${url}/v2/`, kind: 'read', answerBy }, openApiData);

    await expect(call).rejects.toThrow(TikTokNetworkError);

    // A try that is made at all gets a second; without the time it would be 20 seconds, three times over.
    expect(performance.now() - answerBy).toBeLessThan(8_000);
    expect(calls).toBe(1);
  });
});
