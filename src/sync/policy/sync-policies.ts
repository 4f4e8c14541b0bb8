import { Injectable } from '@nestjs/common';
import { AppConfig, type SyncPolicy } from '../../config/index.js';

/** How often the figures of an organisation are read. */
@Injectable()
export class SyncPolicies {
  constructor(private readonly config: AppConfig) {}

  /** Returns the policy of the organisation in context. */
  async current(): Promise<SyncPolicy> {
    return this.config.sync.policy;
  }
}
