import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import 'reflect-metadata';
import { developmentToken, type Role } from '../../src/auth/index.js';
import { parseEnvironment, type AppConfig } from '../../src/config/index.js';
import { createApp } from '../../src/create-app.js';
import { goLive } from '../../src/serve.js';
import { Jobs } from '../../src/jobs/index.js';
import type { SandboxOptions } from 'tiktok-sandbox';
import { ApiClient } from './api-client.js';
import { connectAccount, type Consent } from './given/consent.js';
import { Contract, type OpenApiDocument } from './contract.js';
import { createDatabase, type TestDatabase } from './database.js';
import { reservePort } from './free-port.js';
import { MovableClock } from './movable-clock.js';
import { SandboxControl } from './sandbox-control.js';

export interface ConnectorOptions {
  /** Environment variables over the defaults of the tests. */
  environment?: Record<string, string>;
  sandbox?: SandboxOptions;
  /** false: TikTok sends no webhooks, so that only polls report changes. */
  webhooks?: boolean;
  /** Replaces a new database. It is dropped when the connector stops. */
  database?: TestDatabase;
  /** Puts something between the service and its database. @returns the URL by which the service then connects */
  databaseThrough?: (url: string) => Promise<string>;
}

/** Kinds of background work, and where their rows are. */
const TABLES = {
  publish: 'publications',
  'crm-outbox': 'crm_outbox',
  'crm-media': 'message_media',
  'crm-webhook': 'crm_webhook_deliveries',
  sync: 'sync_runs',
  webhook: 'webhook_events',
  creative: 'ad_creatives',
  launch: 'ad_launches',
  'ad-change': 'ad_changes',
  'ad-health': 'ad_account_health',
  'webhook-check': 'webhook_checks',
};

/** The real service in this process, on a database and a sandbox of its own. */
export class RunningConnector {
  constructor(
    readonly app: NestFastifyApplication,
    readonly config: AppConfig,
    readonly sandbox: SandboxControl,
    readonly database: TestDatabase,
    readonly contract: Contract | undefined,
    private readonly dataDir: string,
    private readonly clock: MovableClock,
  ) {}

  get url(): string {
    return this.config.http.publicUrl;
  }

  /** A caller without any header. */
  get anonymous(): ApiClient {
    return new ApiClient(this.url, this.contract);
  }

  token(organisationId: string, role: Role = 'admin'): string {
    return developmentToken(this.config.jwt, { organisationIds: [organisationId], userId: 'tester', role });
  }

  /** Returns a caller for an organisation, by default a new one. */
  api(organisationId = `org-${randomUUID()}`, role: Role = 'admin'): ApiClient {
    const authorization = `Bearer ${this.token(organisationId, role)}`;
    return this.anonymous.with({ orgid: organisationId, authorization });
  }

  /** Creates an organisation that has connected a TikTok account of its own. */
  async tenant({ videos = 0, ...account }: Record<string, unknown> = {}): Promise<Tenant> {
    const organisationId = `org-${randomUUID()}`;
    const username = `user_${randomUUID().slice(0, 8)}`;
    await this.sandbox.control('/accounts', { username, videos, ...account });
    const api = this.api(organisationId);
    const landed = await connectAccount(api, { account: username });
    const integrationId = landed.searchParams.get('integrationId') ?? '';
    return { organisationId, username, api, integrationId };
  }

  /** Gives consent in the browser. @returns the address where it ends */
  connect(api: ApiClient, consent: Consent): Promise<URL> {
    return connectAccount(api, consent);
  }

  /** Moves the service's clock by this much; PostgreSQL and the sandbox keep theirs. */
  moveClock(seconds: number): void {
    this.clock.offsetSeconds = seconds;
  }

  /** Makes all waiting work due now. */
  async hurry(work: keyof typeof TABLES = 'publish'): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `UPDATE ${TABLES[work]} SET due_at = now()
       WHERE due_at IS NOT NULL AND (lease_until IS NULL OR lease_until < now()) RETURNING id`,
    );
    await Promise.all(rows.map(({ id }) => this.app.get(Jobs).wake(work, id)));
  }

  /** Lists the staging folder: complete and partial files. */
  async stagedFiles(): Promise<string[]> {
    return await readdir(path.join(this.config.dataDir, 'uploads')).catch(() => []);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.sandbox.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

export interface Tenant {
  organisationId: string;
  /** Of the TikTok account. */
  username: string;
  api: ApiClient;
  integrationId: string;
}

export async function startConnector(options: ConnectorOptions = {}): Promise<RunningConnector> {
  const port = await reservePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const webhookUrl = options.webhooks === false ? '' : `${publicUrl}/connect/webhook/tiktok`;
  const [dataDir, database, sandbox] = await Promise.all([
    mkdtemp(path.join(os.tmpdir(), 'connector-data-')),
    options.database ?? createDatabase(),
    SandboxControl.start({ webhookUrl, processingMs: 50, moderationMs: 100, ...options.sandbox }),
  ]);
  const databaseUrl = (await options.databaseThrough?.(database.appUrl)) ?? database.appUrl;
  const systemUrl = Object.assign(new URL(database.systemUrl), { host: new URL(databaseUrl).host }).href;
  const config = parseEnvironment({
    ...sandboxVariables(sandbox.url),
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_SYSTEM_URL: systemUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    JWT_SECRET: randomUUID().repeat(2),
    TOKEN_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, randomUUID()).toString('base64')}`,
    // Once a year, so that no scheduled sync disturbs a test.
    SYNC_CRON: '0 0 1 1 *',
    ADS_HEALTH_INTERVAL_MINUTES: '0',
    ...options.environment,
  });
  const clock = new MovableClock();
  const app = await createApp(config, undefined, clock);
  await goLive(app, config);
  const contract = config.servesApi && config.http.docs ? await contractOf(app, publicUrl) : undefined;
  return new RunningConnector(app, config, sandbox, database, contract, dataDir, clock);
}

/** One connector for all tests of a file; each test brings its own organisations. */
export function useConnector(options: ConnectorOptions = {}): () => RunningConnector {
  let running: RunningConnector | undefined;
  beforeAll(async () => {
    running = await startConnector(options);
  }, 60_000);
  afterAll(async () => {
    await running?.stop();
  });
  return () => {
    if (!running) throw new Error('the connector runs only inside tests');
    return running;
  };
}

function sandboxVariables(url: string): Record<string, string> {
  return {
    TIKTOK_CLIENT_KEY: 'sandbox-client-key',
    TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
    TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
    TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
    TIKTOK_AUTH_BASE_URL: url,
    TIKTOK_API_BASE_URL: url,
    TIKTOK_BUSINESS_BASE_URL: url,
  };
}

/** Contracts by the routes that they describe. */
const contracts = new Map<string, Promise<Contract>>();

/** Making the document and compiling its schemas costs as much as the rest of a start: the same routes share them. */
function contractOf(app: NestFastifyApplication, url: string): Promise<Contract> {
  const routes = app.getHttpAdapter().getInstance().printRoutes();
  const known = contracts.get(routes);
  if (known) return known;
  const contract = documentOf(url).then((document) => new Contract(document));
  contracts.set(routes, contract);
  return contract;
}

async function documentOf(url: string): Promise<OpenApiDocument> {
  const response = await fetch(`${url}/api/openapi.json`);
  if (!response.ok) throw new Error(`the service has no OpenAPI document: ${await response.text()}`);
  return (await response.json()) as OpenApiDocument;
}
