import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppConfig } from '../config/index.js';
import { accessState, isClosed } from './access/access-state.js';
import { loginFacts, type LoginFacts } from './access/logins.js';
import { olderSessions, type OlderSession } from './access/older-sessions.js';
import { ANNOUNCING_VERSION } from './application-name.js';
import { ownerDataSource } from './data-source-options.js';
import { openDataSource } from './open-data-source.js';
import { SYSTEM_DATA_SOURCE } from './system-data-source.js';

/** A login of the service, and the setting that contains it. */
export interface ServiceLogin extends LoginFacts {
  setting: 'DATABASE_URL' | 'DATABASE_SYSTEM_URL' | 'DATABASE_OWNER_URL';
  url: string;
}

/** How one of the two pools is used. */
export interface PoolUse {
  work: 'tenants' | 'system';
  size: number;
  busy: number;
  waiting: number;
}

/** The counters of node-postgres' pool, which TypeORM leaves untyped. */
interface Pool {
  options: { max: number };
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Facts about this process's connections to PostgreSQL. */
@Injectable()
export class DatabaseFacts {
  constructor(
    private readonly config: AppConfig,
    private readonly tenants: DataSource,
    @Inject(SYSTEM_DATA_SOURCE) private readonly system: DataSource,
  ) {}

  /** Checks that both pools reach the database. @throws Error of the driver */
  async ping(): Promise<void> {
    await Promise.all([this.tenants.query('SELECT 1'), this.system.query('SELECT 1')]);
  }

  poolUse(): PoolUse[] {
    return [usedOf('tenants', this.tenants), usedOf('system', this.system)];
  }

  /** The logins of tenants' work and of system work. */
  async workLogins(): Promise<[ServiceLogin, ServiceLogin]> {
    const { url, systemUrl } = this.config.database;
    return await Promise.all([
      loginFacts(this.tenants).then((facts) => ({ ...facts, setting: 'DATABASE_URL' as const, url })),
      loginFacts(this.system).then((facts) => ({ ...facts, setting: this.systemSetting, url: systemUrl })),
    ]);
  }

  /** The login that runs migrations. */
  async ownerLogin(): Promise<ServiceLogin> {
    const { ownerUrl: url } = this.config.database;
    const source = await openDataSource(ownerDataSource(url), 'DATABASE_OWNER_URL');
    try {
      return { ...(await loginFacts(source)), setting: 'DATABASE_OWNER_URL', url };
    } finally {
      await source.destroy();
    }
  }

  /** Whether tenants' work has only the privileges it needs, and which older sessions prevent that. */
  async access(): Promise<{ closed: boolean; open: string[]; heldBy: OlderSession[] }> {
    const state = await accessState(this.tenants);
    const open = [...new Set([...state.open, ...state.excess].map(({ table }) => table))];
    const heldBy = await olderSessions(this.tenants, this.config.database.formerNames);
    return { closed: isClosed(state), open, heldBy };
  }

  /** Sessions that may belong to versions which do not register themselves in the table `processes`. */
  unannounced(): Promise<OlderSession[]> {
    return olderSessions(this.tenants, this.config.database.formerNames, ANNOUNCING_VERSION);
  }

  private get systemSetting(): ServiceLogin['setting'] {
    const { url, systemUrl, ownerUrl } = this.config.database;
    if (systemUrl === url) return 'DATABASE_URL';
    return systemUrl === ownerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_SYSTEM_URL';
  }
}

function usedOf(work: PoolUse['work'], { driver }: DataSource): PoolUse {
  const { master: pool } = driver as unknown as { master: Pool };
  const busy = pool.totalCount - pool.idleCount;
  return { work, size: pool.options.max, busy, waiting: pool.waitingCount };
}
