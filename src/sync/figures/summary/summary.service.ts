import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { OrgContext } from '../../../database/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import { SUMMARY_STEPS, type SummaryQuery } from '../dto/summary.query.js';
import type { SummaryView } from '../dto/summary.view.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import { assertCount, toRange } from '../range/figure-range.js';
import { hoursOf, originOf, stepsIn, type Bucket, type Step } from '../range/step.js';
import { GrowthReader } from '../videos/growth-reader.js';
import { toSummary } from './summary-points.js';
import { SummaryReader } from './summary-reader.js';

const DEFAULT_DAYS = 28;
const BEST_VIDEOS = 10;
/** Of one series, and of all series together. */
const MOST_STEPS = 400;
const MOST_POINTS = 10_000;
const LEAVE_OUT = 'one integrationId, or perAccount=false';

/** Answers what all videos gained, which gained the most, and how fresh the figures are. */
@Injectable()
export class SummaryService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: SummaryReader,
    private readonly growth: GrowthReader,
    private readonly integrations: IntegrationsService,
    private readonly policies: SyncPolicies,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError for an unknown account; UnfitInputError with the range or the step that passes */
  async of({ integrationId, step = 'day', perAccount = true, ...asked }: SummaryQuery): Promise<SummaryView> {
    const { organisationId } = this.orgContext;
    const asOf = this.clock.now();
    const range = toRange(asked, asOf, DEFAULT_DAYS);
    assertCount(step, range, { most: MOST_STEPS, steps: SUMMARY_STEPS });
    if (integrationId !== undefined) await this.integrations.get(integrationId);
    else if (perAccount) await this.assertAccounts(step, range);
    const steps = stepsIn(step, range);
    const [from, to] = [steps[0]?.from ?? range.from, steps.at(-1)?.to ?? range.to];
    // What the clock has not reached is not stored, except by a process whose clock runs ahead.
    const until = new Date(Math.min(to.getTime() - 1, asOf.getTime()));
    const account = { organisationId, integrationId: integrationId ?? null };
    const wanted = { ...account, from, until, stepHours: hoursOf(step), origin: originOf(step), perAccount };
    const policy = await this.policies.current();
    const [changes, bestVideos, freshness] = await Promise.all([
      this.reader.changes(wanted),
      this.growth.best(wanted, BEST_VIDEOS, asOf),
      this.reader.freshness(wanted, policy, asOf),
    ]);
    const { overall, accounts } = toSummary(steps, changes);
    const answered = { step, from, to, asOf };
    return { timeZone: 'UTC', source: 'display_api', ...answered, overall, accounts, bestVideos, freshness };
  }

  private async assertAccounts(step: Step, range: Bucket): Promise<void> {
    const factor = await this.reader.countAccounts(this.orgContext.organisationId);
    assertCount(step, range, { most: MOST_POINTS, factor, steps: SUMMARY_STEPS, less: LEAVE_OUT });
  }
}
