import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SandboxOptions } from 'tiktok-sandbox';
import type { ApiClient } from '../api-client.js';
import { connectAccount } from '../given/consent.js';
import { createDatabase, type TestDatabase } from '../database.js';
import { reservePort } from '../free-port.js';
import { SandboxControl } from '../sandbox-control.js';
import { JournalStops, type ChangeStop, type Phase } from './journal-stops.js';
import { callerOf } from './local-caller.js';
import { ServiceProcess } from './service-process.js';
import { StepGate, type CallStop } from './step-gate.js';

const STEP_DEADLINE_MS = 40_000;

/** A moment of work: in a call to TikTok, in a change of the journal, or in the call that follows a change. */
export type Step =
  | { call: CallStop; after?: ChangeStop }
  | { change: [relation: string, field: string, phase: Phase, row?: Record<string, string | boolean>] };

export interface CrashOptions {
  sandbox?: SandboxOptions;
  /** Variables over the usual ones. */
  environment?: Record<string, string>;
  /** Tables in whose changes processes are killed. */
  journals?: string[];
  /** Tables whose rows are work. */
  work?: string[];
}

const PUBLISHING = ['publications', 'publication_media', 'idempotency_keys'];

/** An organisation with its own TikTok account, so that the posts of one publication can be counted. */
export interface Poster {
  organisationId: string;
  username: string;
}

/** Kills processes of the service at chosen steps. The database, TikTok and the data folder outlive them. */
export class CrashHarness {
  kills = 0;
  private readonly services: ServiceProcess[] = [];
  private spare: ServiceProcess | undefined;
  private latest: ServiceProcess | undefined;

  private constructor(
    readonly database: TestDatabase,
    readonly sandbox: SandboxControl,
    readonly gate: StepGate,
    private readonly stops: JournalStops,
    private readonly dataDir: string,
    readonly publicPort: number,
    private readonly options: CrashOptions,
    private readonly secret = randomUUID().repeat(2),
    private readonly key = `test:${Buffer.alloc(32, randomUUID()).toString('base64')}`,
  ) {}

  static async open(options: CrashOptions = {}): Promise<CrashHarness> {
    const database = await createDatabase();
    const sandbox = await SandboxControl.start({ rateLimits: false, ...options.sandbox });
    const gate = await StepGate.before(sandbox.url);
    const stops = await JournalStops.install(database, ...(options.journals ?? PUBLISHING));
    const dataDir = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector-kills-')));
    return new CrashHarness(database, sandbox, gate, stops, dataDir, await reservePort(), options);
  }

  async close(): Promise<void> {
    for (const service of this.services) await service.kill();
    await this.stops.close();
    await this.gate.close();
    await this.sandbox.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Starts one on the port of PUBLIC_URL. */
  async start(): Promise<ServiceProcess> {
    // A test that failed has left it: it would do the work of the next one, and survive its kills.
    await this.latest?.kill();
    this.latest = this.take(this.publicPort);
    return await this.latest.ready();
  }

  /** @returns the process that `start()` left running, or a new one */
  async running(): Promise<ServiceProcess> {
    return this.latest && !this.latest.hasEnded ? this.latest : await this.start();
  }

  /** Sets variables of the processes that start from now on. One that runs with others ends. */
  async configure(variables: Record<string, string>): Promise<void> {
    this.options.environment = { ...this.options.environment, ...variables };
    await this.killRunning();
  }

  /** Leaves all work due, for the next process. */
  async killRunning(): Promise<void> {
    if (!this.latest || this.latest.hasEnded) return;
    await this.kill(this.latest);
    await this.endLeases();
  }

  /** Loads the modules of the next process, so that it can follow a killed one at once. */
  loadNext(): void {
    this.spare ??= this.prepare(this.publicPort);
  }

  /** @returns the process whose modules are loaded, or a new one; it waits for `ready()` */
  take(port: number): ServiceProcess {
    const service = (this.spare ?? this.prepare(port)).assign(port, this.environment());
    this.spare = undefined;
    return service;
  }

  prepare(port: number): ServiceProcess {
    const service = new ServiceProcess({
      entry: 'preloaded',
      port,
      dataDir: this.dataDir,
      variables: this.environment(),
    });
    this.services.push(service);
    return service;
  }

  private environment(): Record<string, string> {
    return {
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      PUBLIC_URL: `http://127.0.0.1:${this.publicPort}`,
      DATABASE_URL: this.database.appUrl,
      DATABASE_SYSTEM_URL: this.database.systemUrl,
      DATABASE_OWNER_URL: this.database.ownerUrl,
      JWT_SECRET: this.secret,
      TOKEN_ENCRYPTION_KEYS: this.key,
      SYNC_CRON: '0 0 1 1 *',
      ADS_HEALTH_INTERVAL_MINUTES: '0',
      TIKTOK_CLIENT_KEY: 'sandbox-client-key',
      TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
      TIKTOK_AUTH_BASE_URL: this.sandbox.url,
      TIKTOK_API_BASE_URL: this.gate.url,
      TIKTOK_BUSINESS_BASE_URL: this.gate.url,
      TIKTOK_KEEP_RATE_LIMITS: 'false',
      ...this.options.environment,
    };
  }

  async kill(service: ServiceProcess): Promise<void> {
    await service.kill();
    this.kills += 1;
  }

  /**
   * Kills the process at a step.
   * @param begin starts that process and makes the call that leads to the step
   */
  async killAt(step: Step, begin: () => Promise<ServiceProcess>): Promise<void> {
    const change = changeOf(step);
    const atChange = change && (await this.stops.stopAt(change));
    const atCall = 'call' in step && !change ? this.gate.stopAt(step.call) : undefined;
    const service = await begin();
    this.loadNext();
    const within = (reached: Promise<void>) =>
      inTime(reached, () => `${JSON.stringify(step)} was not reached: ${service.output}`);
    try {
      await (atChange ? within(atChange()) : undefined);
      if ('call' in step) await within(atCall ?? this.callAfterChange(step.call));
    } finally {
      await this.kill(service);
      // A stop that stays would fail the tests that follow too.
      if (change) await this.stops.release();
    }
    await this.endLeases();
  }

  /** Lets the change go on that leads to the call. */
  private async callAfterChange(call: CallStop): Promise<void> {
    const reached = this.gate.stopAt(call);
    await this.stops.release();
    await reached;
  }

  /** Makes all work due, whose leases a killed process still has or whose next poll is later. */
  async endLeases(): Promise<void> {
    for (const table of this.options.work ?? ['publications'])
      await this.database.query(
        `UPDATE ${table} SET lease_until = NULL, due_at = now() WHERE due_at IS NOT NULL`,
      );
  }

  api({ organisationId }: Poster, service: { url: string }): ApiClient {
    return callerOf(service, organisationId, this.secret);
  }

  /** @param service the process at PUBLIC_URL */
  async poster(service: ServiceProcess): Promise<Poster> {
    const poster = { organisationId: `org-${randomUUID()}`, username: `user_${randomUUID().slice(0, 8)}` };
    await this.sandbox.control('/accounts', { username: poster.username, videos: 0 });
    await connectAccount(this.api(poster, service), { account: poster.username });
    return poster;
  }

  async stagedFiles(): Promise<string[]> {
    return await readdir(path.join(this.dataDir, 'uploads')).catch(() => []);
  }
}

function changeOf(step: Step): ChangeStop | undefined {
  if ('call' in step) return step.after;
  const [relation, field, phase, row] = step.change;
  return { relation, field, phase, ...(row && { row }) };
}

async function inTime(reached: Promise<void>, message: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message())), STEP_DEADLINE_MS);
  });
  await Promise.race([reached, tooLate]).finally(() => clearTimeout(timer));
}
