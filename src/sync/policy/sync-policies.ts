import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig, type SyncPolicy } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { SyncPolicyRow, type OwnSyncPolicy } from './sync-policy.entity.js';

/** Reads and writes how often the organisation's figures are read. */
@Injectable()
export class SyncPolicies {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** The policy of every organisation that has set none. */
  get defaults(): SyncPolicy {
    return this.config.sync.policy;
  }

  /** Returns the organisation's policy: what it has set, and the service's defaults for the rest. */
  async current(): Promise<SyncPolicy> {
    return this.effective(await this.find());
  }

  find(): Promise<SyncPolicyRow | null> {
    const { organisationId } = this.orgContext;
    return this.orgContext.transaction((em) => em.getRepository(SyncPolicyRow).findOneBy({ organisationId }));
  }

  effective(row: Pick<SyncPolicyRow, 'policy'> | null): SyncPolicy {
    return { ...this.defaults, ...row?.policy };
  }

  async save(policy: OwnSyncPolicy, updatedBy: string): Promise<SyncPolicyRow> {
    const { organisationId } = this.orgContext;
    const row: SyncPolicyRow = { organisationId, policy, updatedBy, updatedAt: this.clock.now() };
    await this.orgContext.transaction((em) => em.getRepository(SyncPolicyRow).save(row));
    return row;
  }
}
