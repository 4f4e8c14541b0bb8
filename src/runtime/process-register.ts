import os from 'node:os';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isDatabaseUnavailable, messageOf, newId } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Background } from './background.js';
import { Readiness } from './readiness.js';
import { VERSION } from './version.js';

const HEARTBEAT_MS = 5_000;
/** A process without a heartbeat for this long counts as dead. */
export const STALE_SECONDS = 30;
const FORGOTTEN_SECONDS = 60;

/** A running process of this installation, as it registered itself. */
export interface LiveProcess {
  id: string;
  role: AppConfig['role'];
  version: string;
  host: string;
  pid: number;
  /** Ids of its TOKEN_ENCRYPTION_KEYS, the encrypting key first. */
  keyIds: string[];
  /** Current problems, in sentences. */
  troubles: string[];
  startedAt: Date;
  /** Seconds since its last heartbeat, by PostgreSQL's clock. */
  seenSecondsAgo: number;
}

const ANNOUNCE = `
  INSERT INTO processes (id, role, version, host, pid, key_ids, newest_key_id, troubles)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (id) DO UPDATE SET seen_at = now(), troubles = EXCLUDED.troubles`;

const LIVE = `
  SELECT id, role, version, host, pid, key_ids AS "keyIds", troubles, started_at AS "startedAt",
    extract(epoch FROM now() - seen_at)::int AS "seenSecondsAgo"
  FROM processes WHERE seen_at > now() - make_interval(secs => $1) ORDER BY started_at, id`;

/** Shows other processes, commands and the doctor that this process runs, and which encryption keys it holds. */
@Injectable()
export class ProcessRegister implements OnModuleInit {
  readonly id = newId();
  private readonly logger = new Logger(ProcessRegister.name);
  private timer: NodeJS.Timeout | undefined;
  private registered = false;
  private beating: Promise<void> = Promise.resolve();
  private failing = false;

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly readiness: Readiness,
    private readonly background: Background,
  ) {}

  /** Commands do not register themselves, because they start no work. */
  onModuleInit(): void {
    this.background.register(
      () => this.add(),
      () => this.remove(),
    );
  }

  private async add(): Promise<void> {
    this.registered = true;
    await this.write([]);
    this.schedule();
  }

  private async remove(): Promise<void> {
    if (!this.registered) return;
    this.registered = false;
    clearTimeout(this.timer);
    // A running heartbeat would write the row again.
    await this.beating;
    await this.system
      .transaction('a process ends', (em) => em.query('DELETE FROM processes WHERE id = $1', [this.id]))
      .catch(() => undefined);
  }

  /** The running processes, oldest first. */
  live(): Promise<LiveProcess[]> {
    return this.system.transaction('which processes run', (em) =>
      queryRows<LiveProcess>(em, LIVE, [STALE_SECONDS]),
    );
  }

  /** True if a running process holds this encryption key. */
  async someoneHolds(keyId: string): Promise<boolean> {
    return (await this.live()).some(({ keyIds }) => keyIds.includes(keyId));
  }

  private async beat(): Promise<void> {
    try {
      const states = await this.readiness.check();
      await this.write([...states.values()].flatMap((issue) => issue?.message ?? []));
      if (this.failing) this.logger.log('heartbeats reach the database again');
      this.failing = false;
    } catch (error) {
      // A database outage has its own log line.
      if (isDatabaseUnavailable(error)) return;
      if (!this.failing) this.logger.warn(`a heartbeat did not reach the database: ${messageOf(error)}`);
      this.failing = true;
    }
  }

  private async write(troubles: string[]): Promise<void> {
    const { role, encryptionKeys } = this.config;
    const keyIds = encryptionKeys.map(({ id }) => id);
    await this.system.transaction('announce a process', async (em) => {
      const values = [this.id, role, VERSION, os.hostname(), process.pid, keyIds, keyIds[0], troubles];
      await em.query(ANNOUNCE, values);
      await em.query(`DELETE FROM processes WHERE seen_at < now() - make_interval(secs => $1)`, [
        FORGOTTEN_SECONDS,
      ]);
    });
  }

  /** A chain of timeouts instead of an interval, so that a slow database gets no second write before it has answered. */
  private schedule(): void {
    this.timer = setTimeout(() => {
      this.beating = this.beat().finally(() => this.registered && this.schedule());
    }, HEARTBEAT_MS);
  }
}
