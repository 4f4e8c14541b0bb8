import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { eventually } from 'tiktok-sandbox/testing';
import { createApp } from '../../src/create-app.js';
import { goLive } from '../../src/serve.js';
import { StartRefusedError } from '../../src/database/index.js';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { reservePort } from '../support/free-port.js';
import { publish } from '../support/given/publications.js';
import { deliver, delivery } from '../support/given/webhook-deliveries.js';
import { inBatches } from '../../src/common/index.js';
import { WORK_KINDS } from '../../src/jobs/work-kinds.js';
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

it('returns webhooks that it has leased and not begun when it stops', async () => {
  const running = await startConnector({ webhooks: false });
  connector = running;
  const { integrationId } = await running.tenant();
  const [integration] = await running.database.query<{ open_id: string }>(
    'SELECT open_id FROM integrations WHERE id = $1',
    [integrationId],
  );
  const leased = async () =>
    (await running.database.query('SELECT FROM webhook_events WHERE lease_until > now()')).length;
  // No event can be shown to its organisation, so those under way do not end.
  const lock = new Client({ connectionString: running.database.ownerUrl });
  await lock.connect();
  await lock.query('BEGIN');
  await lock.query('LOCK TABLE webhook_receipts IN EXCLUSIVE MODE');
  const deliveries = Array.from({ length: 290 }, () => delivery({ user_openid: integration?.open_id }));
  for (const some of inBatches(deliveries, 20))
    await Promise.all(some.map((body) => deliver(running.anonymous, body)));
  const before = await leased();
  expect(before).toBeGreaterThan(WORK_KINDS.webhook.concurrency);

  const stopped = running.app.close();
  await eventually(async () => (await leased()) <= WORK_KINDS.webhook.concurrency);
  await lock.query('COMMIT');
  await lock.end();
  await stopped;

  const sql = `SELECT count(*)::int AS n, min(attempts) AS attempts FROM webhook_events
    WHERE status = 'received' AND lease_until IS NULL AND due_at <= now()`;
  const [left] = await running.database.query<{ n: number; attempts: number }>(sql);
  expect(left?.n).toBeGreaterThanOrEqual(before - WORK_KINDS.webhook.concurrency);
  expect(left?.attempts).toBe(0);
  expect(await leased()).toBe(0);
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
