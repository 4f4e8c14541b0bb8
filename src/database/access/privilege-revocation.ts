import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { migrate } from '../migrate.js';
import { StartRefusedError } from '../start-refused.error.js';
import { accessState, isClosed } from './access-state.js';

/** Revokes privileges that only older versions need, once none of them is connected. They may still run after our start. */
@Injectable()
export class PrivilegeRevocation {
  private readonly logger = new Logger(PrivilegeRevocation.name);
  private done = false;

  constructor(
    private readonly config: AppConfig,
    private readonly dataSource: DataSource,
  ) {}

  /** True if nothing is left to revoke, or a newer version takes care of it. */
  get isDone(): boolean {
    return this.done;
  }

  /** Tries once. Never throws. */
  async attempt(): Promise<void> {
    try {
      this.done = await this.revoke();
    } catch (error) {
      // A newer version has migrated in the meantime, and its start revoked them.
      this.done = error instanceof StartRefusedError;
      if (this.done) return;
      this.logger.warn(
        `could not revoke the privileges that only older versions need, retrying: ${messageOf(error)}`,
      );
    }
  }

  private async revoke(): Promise<boolean> {
    if (isClosed(await accessState(this.dataSource))) return true;
    const { ownerUrl, formerNames } = this.config.database;
    await migrate(ownerUrl, { formerNames });
    if (!isClosed(await accessState(this.dataSource))) return false;
    this.logger.log('No older version is connected. Revoked the privileges that only older versions needed.');
    return true;
  }
}
