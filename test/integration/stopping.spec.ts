import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { eventually } from 'tiktok-sandbox/testing';
import { createApp } from '../../src/create-app.js';
import { goLive } from '../../src/serve.js';
import { StartRefusedError } from '../../src/database/index.js';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { reservePort } from '../support/free-port.js';
import { publish } from '../support/given/publications.js';
import { AppConfig } from '../../src/config/index.js';

const INIT = 'POST /v2/post/publish/video/init/';

let connector: RunningConnector | undefined;
afterEach(async () => {
  await connector?.stop();
  connector = undefined;
});

it('saves TikTok’s response of a job that runs while the service stops', async () => {
  connector = await startConnector({ webhooks: false });
  const { api } = await connector.tenant();
  await connector.sandbox.fault({ match: INIT, kind: 'slow', ms: 1_500, times: 1 });
  const publishId = await publish(api);
  await eventually(async () => (await row(publishId)).init_sent_at !== null);

  await connector.app.close();

  const { tiktok_publish_id: begun, lease_until: lease, due_at: due } = await row(publishId);
  expect(begun).toEqual(expect.any(String));
  // Another process may continue at once.
  expect(lease).toBeNull();
  expect(due).not.toBeNull();
});

it('removes a stopping process from the register at once', async () => {
  connector = await startConnector({ webhooks: false });
  const registered = () => connector?.database.query('SELECT role, key_ids FROM processes');
  expect(await registered()).toEqual([{ role: 'all', key_ids: ['test'] }]);

  await connector.app.close();

  expect(await registered()).toEqual([]);
});

it('does no work and closes its connections when its port is taken', async () => {
  connector = await startConnector({ webhooks: false });
  await connector.app.close();
  // Due for any working process.
  await connector.database.query(
    `INSERT INTO webhook_events (id, dedupe_key, client_key, raw_body, signed_at, received_at, late, status, due_at)
     VALUES (gen_random_uuid(), 'a', 'app', '{}', now(), now(), false, 'received', now())`,
  );
  const port = await reservePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  try {
    const { config } = connector;
    const taken = new AppConfig({ ...config, http: { ...config.http, port } });
    const app = await createApp(taken);
    await expect(goLive(app, taken)).rejects.toThrow(StartRefusedError);

    expect(app.get(DataSource).isInitialized).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const [event] = await connector.database.query('SELECT status, attempts FROM webhook_events');
    expect(event).toEqual({ status: 'received', attempts: 0 });
    expect(await connector.database.query('SELECT 1 FROM processes')).toEqual([]);
  } finally {
    other.close();
  }
});

interface Row {
  init_sent_at: Date | null;
  tiktok_publish_id: string | null;
  lease_until: Date | null;
  due_at: Date | null;
}

async function row(publishId: string): Promise<Row> {
  const [found] =
    (await connector?.database.query<Row>('SELECT * FROM publications WHERE id = $1', [publishId])) ?? [];
  if (!found) throw new Error('the publication is gone');
  return found;
}
