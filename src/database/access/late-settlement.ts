import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { migrate } from '../migrate.js';
import { StartRefusedError } from '../start-refused.error.js';
import { accessState, isClosed } from './access-state.js';

const EVERY_MS = 60_000;

/** Takes from tenants' work what older versions needed, once the last of them has gone: they may outlive our start. */
@Injectable()
export class LateSettlement implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LateSettlement.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Tries once. Never throws. */
  async look(): Promise<void> {
    try {
      if (isClosed(await accessState(this.dataSource))) return this.onApplicationShutdown();
      const { ownerUrl, formerNames } = this.config.database;
      await migrate(ownerUrl, { formerNames });
      if (!isClosed(await accessState(this.dataSource))) return;
      this.logger.log(
        "No older version is connected. Tenants' work has lost the rights that only those needed.",
      );
      this.onApplicationShutdown();
    } catch (error) {
      // A newer version has migrated since: its own start saw to it.
      if (error instanceof StartRefusedError) return this.onApplicationShutdown();
      this.logger.warn(
        `the rights of tenants' work are still those that older versions need: ${messageOf(error)}`,
      );
    }
  }
}
