import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { migrate } from '../migrate.js';
import { StartRefusedError } from '../start-refused.error.js';
import { accessState, isClosed } from './access-state.js';

/** Takes from tenants' work what older versions needed, once the last of them has gone: they may outlive our start. */
@Injectable()
export class LateSettlement {
  private readonly logger = new Logger(LateSettlement.name);
  private over = false;

  constructor(
    private readonly config: AppConfig,
    private readonly dataSource: DataSource,
  ) {}

  /** Whether nothing is left to do, or a newer version does it. */
  get isOver(): boolean {
    return this.over;
  }

  /** Tries once. Never throws. */
  async look(): Promise<void> {
    try {
      this.over = await this.settled();
    } catch (error) {
      // A newer version has migrated since: its own start saw to it.
      this.over = error instanceof StartRefusedError;
      if (this.over) return;
      this.logger.warn(
        `the rights of tenants' work are still those that older versions need: ${messageOf(error)}`,
      );
    }
  }

  private async settled(): Promise<boolean> {
    if (isClosed(await accessState(this.dataSource))) return true;
    const { ownerUrl, formerNames } = this.config.database;
    await migrate(ownerUrl, { formerNames });
    if (!isClosed(await accessState(this.dataSource))) return false;
    this.logger.log(
      "No older version is connected. Tenants' work has lost the rights that only those needed.",
    );
    return true;
  }
}
