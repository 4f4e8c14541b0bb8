import { Injectable } from '@nestjs/common';
import { bindings, OrgReader } from '../../../database/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { countsOf, toCount, type Counter } from '../counters.js';
import type { FreshnessView } from '../dto/summary.view.js';
import { staleBefore } from './stale.js';
import type { StepChange } from './summary-points.js';
import { freshnessOf, summaryOf, type SummaryRange } from './summary.sql.js';

type Row = Pick<StepChange, 'integrationId' | 'step' | 'videos' | 'accounts'> &
  Record<Counter | `delta_${Counter}`, string | null>;

/** Runs the queries of a summary. */
@Injectable()
export class SummaryReader {
  constructor(private readonly reader: OrgReader) {}

  async changes(range: SummaryRange): Promise<StepChange[]> {
    const { values, bind } = bindings();
    const rows = await this.reader.select<Row>(summaryOf(range, bind), values);
    return rows.map(toChange);
  }

  async freshness(range: SummaryRange, policy: SyncPolicy, now: Date): Promise<FreshnessView> {
    const { values, bind } = bindings();
    const sql = freshnessOf(range, staleBefore(policy, now, bind), bind);
    const [freshness] = await this.reader.select<FreshnessView>(sql, values);
    if (!freshness) throw new Error('a query without groups returns one row');
    return freshness;
  }

  /** How many accounts have videos, which may each have a series of points. */
  async countAccounts(organisationId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM integrations WHERE organisation_id = $1';
    const [row] = await this.reader.select<{ count: number }>(sql, [organisationId]);
    return row?.count ?? 0;
  }
}

function toChange({ integrationId, step, videos, accounts, ...row }: Row): StepChange {
  return {
    integrationId,
    step,
    videos,
    accounts,
    change: countsOf((counter) => toCount(row[counter])),
    delta: countsOf((counter) => toCount(row[`delta_${counter}`])),
  };
}
