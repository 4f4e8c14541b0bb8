import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { AdPolicy, type PolicyRules } from './ad-policy.entity.js';

/** Reads and writes the organisation's policy. */
@Injectable()
export class PolicyStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  find(): Promise<AdPolicy | null> {
    const { organisationId } = this.orgContext;
    return this.orgContext.transaction((em) => em.getRepository(AdPolicy).findOneBy({ organisationId }));
  }

  async save(rules: PolicyRules, updatedBy: string): Promise<AdPolicy> {
    const { organisationId } = this.orgContext;
    const row: AdPolicy = { organisationId, ...rules, updatedBy, updatedAt: this.clock.now() };
    await this.orgContext.transaction((em) => em.getRepository(AdPolicy).save(row));
    return row;
  }
}
