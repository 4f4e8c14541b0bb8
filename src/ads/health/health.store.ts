import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { AdAccountHealth } from './ad-account-health.entity.js';

type Result = Pick<AdAccountHealth, 'state' | 'problem'> &
  Partial<Pick<AdAccountHealth, 'status' | 'balance' | 'currency'>>;

/** Writes the results of checks. */
@Injectable()
export class HealthStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  async save(id: string, result: Result): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.getRepository(AdAccountHealth).update({ id }, { ...result, checkedAt: this.clock.now() } as object),
    );
  }
}
