import { Injectable } from '@nestjs/common';
import { DomainError, noteFacts } from '../common/index.js';
import { IntegrationsService, stepFailure } from '../integrations/index.js';
import { outcomeOf, WorkHandler, type Claim } from '../jobs/index.js';
import { ErrorExplainer, TikTokApiError, type Refusal } from '../tiktok/index.js';
import { RunOverError } from './runs/run-over.error.js';
import { RunProgress } from './runs/run-progress.js';
import { NEEDED_CAPABILITY } from './runs/sync-kinds.js';
import type { SyncRun } from './runs/sync-run.entity.js';
import { SyncRuns, type SyncReason } from './runs/sync-runs.js';
import { KindHandlers } from './runs/syncs-kind.js';

const MAX_ATTEMPTS = 10;

/** Fetches the data of a run, and decides how the run ends. */
@Injectable()
export class SyncWorker {
  constructor(
    private readonly runs: SyncRuns,
    private readonly integrations: IntegrationsService,
    private readonly kinds: KindHandlers,
    private readonly errors: ErrorExplainer,
  ) {}

  @WorkHandler('sync')
  async handle(claim: Claim): Promise<void> {
    const run = await this.runs.find(claim.id);
    if (!run) return;
    try {
      const started = await this.runs.started(run);
      const integration = await this.integrations.load(run.integrationId);
      integration.assertCan(NEEDED_CAPABILITY[run.kind]);
      const progress = new RunProgress(this.runs, started);
      const { complete } = await this.kinds.run({ run: started, integration, claim, progress });
      if (complete) await this.runs.succeeded(run.id, progress.counts());
      else
        await this.runs.incomplete(run.id, progress.counts(), this.reasonOf({ code: 'listing_cut_short' }));
    } catch (error) {
      if (error instanceof RunOverError) return;
      await this.handleFailure(run, claim, error);
    }
  }

  private async handleFailure(run: SyncRun, claim: Claim, error: unknown): Promise<void> {
    const rejection = this.rejectionOf(error);
    const failure = { ...stepFailure(error), rejected: rejection !== undefined };
    const outcome = outcomeOf(failure, claim, { maxAttempts: MAX_ATTEMPTS });
    if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
    if (outcome.kind === 'rejected' && rejection) return await this.runs.failed(run.id, rejection);
    const isFault = outcome.kind === 'exhausted' && outcome.isFault;
    if (isFault) noteFacts({ err: error });
    const code = isFault ? 'internal_fault' : 'tiktok_unreachable';
    await this.runs.failed(run.id, this.reasonOf({ code }));
  }

  private rejectionOf(error: unknown): SyncReason | undefined {
    if (error instanceof TikTokApiError) return this.reasonOf(error);
    if (error instanceof DomainError) return { failCode: error.code, failReason: error.message };
    return undefined;
  }

  private reasonOf(refusal: Refusal): SyncReason {
    const { code, message } = this.errors.explain(refusal);
    return { failCode: code, failReason: message };
  }
}
