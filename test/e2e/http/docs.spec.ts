import { afterEach, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';

let connector: RunningConnector | undefined;
afterEach(async () => {
  await connector?.stop();
  connector = undefined;
});

const PATHS = [
  '/api/docs',
  '/api/docs/',
  '/api/docs/swagger-ui-init.js',
  '/api/docs-json',
  '/api/docs-yaml',
  '/api/openapi.json',
];

describe('the API documentation', () => {
  it('returns 404 with API_DOCS=false, while the API works', async () => {
    connector = await startConnector({ environment: { API_DOCS: 'false' } });

    for (const path of PATHS) {
      const { status, body } = await connector.anonymous.get<ProblemBody>(path);
      expect([path, status, body.code]).toEqual([path, 404, 'not_found']);
    }
    expect((await connector.api().get('/api/integrations')).status).toBe(200);
  });

  it('is public in development', async () => {
    connector = await startConnector();

    expect((await connector.anonymous.get('/api/openapi.json')).status).toBe(200);
    expect((await connector.anonymous.get('/api/docs')).status).toBe(200);
  });
});
