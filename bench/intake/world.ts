import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from 'local-postgres';
import { freePort } from '../free-port.js';
import { Role } from '../sandbox/role.js';
import { serviceEnvironment } from '../service-environment.js';
import type { IntakeAnswer, IntakeQuestion } from './load-role.js';

const POOL = 10;
const ACCOUNT = 'open-bench';
const DRAINED_WITHIN_MS = 120_000;

/** An account whose events are shown to one organisation. */
const SEED = `
  BEGIN;
  SELECT set_config('app.system_reason', 'seed a benchmark', true);
  WITH credential AS (
    INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at, access_expires_at,
      refresh_expires_at)
    VALUES (gen_random_uuid(), 'login', 'sandbox-client-key', '${ACCOUNT}', 'x', 'x', '{}', now(), now() + interval '1 day',
      now() + interval '1 year') RETURNING id)
  INSERT INTO integrations (id, organisation_id, credential_id, open_id, status, requested_scopes, granted_scopes,
    connected_by)
  SELECT gen_random_uuid(), 'bench', id, '${ACCOUNT}', 'active', '{}', '{}', 'bench' FROM credential;
  COMMIT;`;

export type Server = 'ours' | 'plain' | 'noDatabase';
type Address = Pick<IntakeQuestion, 'port' | 'path'>;

/** The service, the plain way and a service that stores nothing, on one PostgreSQL, and a caller: each in a process. */
export class IntakeWorld {
  private constructor(
    private readonly addresses: Record<Server, Address>,
    private readonly load: Role,
    private readonly owner: pg.Client,
    readonly stop: () => Promise<void>,
  ) {}

  static async open(): Promise<IntakeWorld> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'intake-bench-'));
    const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
    const common = serviceEnvironment({ folder, postgres, port: 0, tiktok: 'http://127.0.0.1:1' });
    const ours = await startService(common, []);
    const noDatabase = await startService(common, ['no-database']);
    const plain = await Role.start('../intake/plain-role', { args: [postgres.ownerUrl, String(POOL)] });
    const { role: load } = await Role.start('../intake/load-role');
    const owner = new pg.Client({ connectionString: postgres.ownerUrl });
    await owner.connect();
    await owner.query(SEED);
    const route = '/connect/webhook/tiktok';
    const addresses = {
      ours: { port: ours.port, path: route },
      noDatabase: { port: noDatabase.port, path: route },
      plain: { port: plain.port, path: '/webhook' },
    };
    return new IntakeWorld(addresses, load, owner, async () => {
      for (const role of [ours.role, plain.role, noDatabase.role, load]) role.stop();
      await owner.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Sends deliveries to one of the servers. @throws Error unless all of them were stored */
  async deliver(
    server: Server,
    question: Omit<IntakeQuestion, keyof Address | 'account'>,
  ): Promise<IntakeAnswer> {
    await this.clean();
    const answer = (await this.load.ask({
      ...question,
      ...this.addresses[server],
      account: ACCOUNT,
    })) as IntakeAnswer;
    if (server !== 'noDatabase') await this.assertStored(server, question.deliveries);
    return answer;
  }

  /** Waits until the service has handled its backlog. */
  async drained(): Promise<void> {
    const deadline = performance.now() + DRAINED_WITHIN_MS;
    // Counting them would cost as much as handling them.
    while ((await this.count('(SELECT FROM webhook_events WHERE due_at IS NOT NULL LIMIT 1) AS due')) > 0) {
      if (performance.now() > deadline) throw new Error('the service did not handle its events in time');
      await sleep(50);
    }
  }

  /** A backlog would slow down what is measured next. */
  private async clean(): Promise<void> {
    await this.drained();
    await this.owner.query('TRUNCATE webhook_receipts, webhook_events, plain_webhook_events');
  }

  private async assertStored(server: Server, deliveries: number): Promise<void> {
    const table = server === 'plain' ? 'plain_webhook_events' : 'webhook_events';
    const stored = await this.count(table);
    if (stored !== deliveries) throw new Error(`${server} stored ${stored} of ${deliveries} deliveries`);
  }

  private async count(from: string): Promise<number> {
    await this.owner.query(`SELECT set_config('app.system_reason', 'count for a benchmark', false)`);
    const { rows } = await this.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`);
    return rows[0]?.n ?? 0;
  }
}

/** As in production: what a request costs includes its log line. */
async function startService(common: Record<string, string>, args: string[]): ReturnType<typeof Role.start> {
  const port = String(await freePort());
  const env = {
    ...common,
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'info',
    DATABASE_POOL_SIZE: String(POOL),
    SYNC_CRON: '0 0 1 1 *',
    // Two services share the database; only the measured one does its background work.
    APP_ROLE: args.length === 0 ? 'all' : 'api',
  };
  const execArgv = args.length === 0 ? (process.env.INTAKE_NODE_FLAGS ?? '').split(' ').filter(Boolean) : [];
  return await Role.start('../intake/service-role', { env, args, execArgv });
}
