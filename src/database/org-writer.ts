import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Outages } from '../common/index.js';
import { OrgContext } from './org-context.js';
import { trackOutages } from './outage-tracking.js';
import { LAZY, orgScope, poolOf, RoundTrip } from './round-trip.js';

/**
 * Writes rows of the organisation in one round trip, in a transaction of its own with the organisation set in the database. Use it
 * for single statements that many requests need, and `OrgContext.transaction` for everything else.
 */
@Injectable()
export class OrgWriter {
  private readonly roundTrip: RoundTrip;

  constructor(
    private readonly orgContext: OrgContext,
    dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {
    this.roundTrip = new RoundTrip(poolOf(dataSource));
  }

  /** @param options `lazy`: a crash of the database may undo it within a second after it */
  async statement(sql: string, parameters: readonly unknown[], { lazy = false } = {}): Promise<void> {
    const begin = lazy ? `BEGIN; ${LAZY}` : 'BEGIN';
    const scope = orgScope(this.orgContext.organisationId);
    await this.orgContext.withinShare(() =>
      trackOutages(this.outages, () => this.roundTrip.run({ begin, scope, sql, parameters })),
    );
  }
}
