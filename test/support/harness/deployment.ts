import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ApiClient } from '../api-client.js';
import { connectAccount } from '../given/consent.js';
import { createDatabase, type TestDatabase } from '../database.js';
import { reservePort } from '../free-port.js';
import { SandboxControl } from '../sandbox-control.js';
import { callerOf } from './local-caller.js';
import { bundled } from './service-bundle.js';
import { ServiceProcess } from './service-process.js';

/** The result of a process that has ended. */
export interface Ended {
  /** null: it did not end in time and was killed. */
  code: number | null;
  /** Standard output and standard error. */
  text: string;
  /** Lines of standard error. */
  errors: string[];
}

/** An organisation with a connected account. */
export interface Connected {
  organisationId: string;
  integrationId: string;
  credentialId: string;
  username: string;
}

// Covers a start on a busy machine.
const ENDS_WITHIN_MS = 60_000;

type Variables = Record<string, string>;
type Command = 'doctor' | 'keys-rotate' | 'start' | 'token';

/** A new key in the format of TOKEN_ENCRYPTION_KEYS. */
export function newKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

/** An installation as operators run it: the built service and its commands, each in its own process. */
export class Deployment {
  private readonly started: ServiceProcess[] = [];
  private readonly secret = randomUUID().repeat(2);

  private constructor(
    readonly database: TestDatabase,
    readonly sandbox: SandboxControl,
    readonly dataDir: string,
  ) {}

  static async open({ migrated = true } = {}): Promise<Deployment> {
    const [database, sandbox, dataDir] = await Promise.all([
      createDatabase({ migrated }),
      SandboxControl.start({ rateLimits: false }),
      mkdtemp(path.join(os.tmpdir(), 'connector-deployment-')),
    ]);
    return new Deployment(database, sandbox, await realpath(dataDir));
  }

  async close(): Promise<void> {
    for (const service of this.started) await service.kill();
    await this.sandbox.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  environment(keys: string, more: Variables = {}): Variables {
    return {
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      DATA_DIR: this.dataDir,
      DATABASE_URL: this.database.appUrl,
      DATABASE_OWNER_URL: this.database.ownerUrl,
      JWT_SECRET: this.secret,
      TOKEN_ENCRYPTION_KEYS: keys,
      SYNC_CRON: '0 0 1 1 *',
      ADS_HEALTH_INTERVAL_MINUTES: '0',
      TIKTOK_CLIENT_KEY: 'sandbox-client-key',
      TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
      TIKTOK_AUTH_BASE_URL: this.sandbox.url,
      TIKTOK_API_BASE_URL: this.sandbox.url,
      TIKTOK_KEEP_RATE_LIMITS: 'false',
      ...more,
    };
  }

  /** Starts the production entry. */
  async start(keys: string, more: Variables = {}): Promise<ServiceProcess> {
    const port = await reservePort();
    const publicUrl = { PUBLIC_URL: `http://127.0.0.1:${port}` };
    const variables = this.environment(keys, { ...publicUrl, ...more });
    const service = new ServiceProcess({ port, dataDir: this.dataDir, variables });
    this.started.push(service);
    return await service.ready();
  }

  /** Runs the production entry to its end. */
  async failToStart(keys: string, more: Variables = {}): Promise<Ended> {
    const port = String(await reservePort());
    return await this.runToEnd('main', [], this.environment(keys, { PORT: port, ...more }));
  }

  /** Runs a command of package.json to its end. */
  command(name: Command, args: string[], keys: string, more: Variables = {}): Promise<Ended> {
    return this.runToEnd(name, args, this.environment(keys, more));
  }

  api(organisationId: string, service: { url: string }): ApiClient {
    return callerOf(service, organisationId, this.secret);
  }

  async connect(service: ServiceProcess): Promise<Connected> {
    const organisationId = `org-${randomUUID()}`;
    const username = `user_${randomUUID().slice(0, 8)}`;
    await this.sandbox.control('/accounts', { username, videos: 1 });
    const landed = await connectAccount(this.api(organisationId, service), { account: username });
    const integrationId = landed.searchParams.get('integrationId') ?? '';
    const sql = 'SELECT credential_id AS id FROM integrations WHERE id = $1';
    const [row] = await this.database.query<{ id: string }>(sql, [integrationId]);
    return { organisationId, integrationId, credentialId: row?.id ?? '', username };
  }

  private runToEnd(entry: Command | 'main', args: string[], variables: Variables): Promise<Ended> {
    const { PATH, HOME, TMPDIR } = process.env;
    const child = spawn(process.execPath, [...argumentsOf(entry), ...args], {
      // A folder without a .env file.
      cwd: os.tmpdir(),
      env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [text, stderr] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.stderr.on('data', (part: Buffer) => {
      text += part.toString();
      stderr += part.toString();
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    return new Promise((resolve) => {
      child.once('close', (code) => {
        clearTimeout(timer);
        const errors = stderr.split('\n').filter((line) => line.trim() !== '');
        resolve({ code, text, errors });
      });
    });
  }
}

/** `start` also starts a database and a sandbox, which are in packages of their own. */
function argumentsOf(entry: Command | 'main'): string[] {
  return entry === 'start' ? [path.resolve('dist/scripts/start.js')] : bundled(entry);
}
