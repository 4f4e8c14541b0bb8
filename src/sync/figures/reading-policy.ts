import { Injectable } from '@nestjs/common';
import { AppConfig, type SyncPolicy } from '../../config/index.js';

/** How often figures are read. */
@Injectable()
export class ReadingPolicy {
  constructor(private readonly config: AppConfig) {}

  current(): Promise<SyncPolicy> {
    return Promise.resolve(this.config.sync.policy);
  }
}
