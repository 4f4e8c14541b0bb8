import path from 'node:path';
import { expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { GeneratedClient } from '../../support/generated-client.js';
import { CLIP } from '../../support/given/videos.js';

const connector = useConnector();

it('a client generated with default flags compiles, connects, uploads, publishes and syncs', async () => {
  const { body } = await connector().anonymous.get('/api/openapi.json');
  const username = 'generated_client';
  await connector().sandbox.control('/accounts', { username, videos: 2 });

  const client = await GeneratedClient.from(body);
  await client.compile();
  const token = connector().token('generated-client');
  const seen = await client.walk(connector().url, token, 'generated-client', username, path.resolve(CLIP));

  expect(seen).toEqual({
    shareUrl: expect.stringMatching(/\/@generated_client\/video\/\d{19}$/),
    views: expect.any(Number),
  });
}, 120_000);
