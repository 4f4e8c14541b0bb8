import { Injectable } from '@nestjs/common';
import { DomainError, noteFacts } from '../common/index.js';
import { CredentialReads, IntegrationsService, stepFailure } from '../integrations/index.js';
import { outcomeOf, WorkHandler, type Claim, type RowUpdate } from '../jobs/index.js';
import { CallTrace, ErrorExplainer, TikTokApiError, type Refusal } from '../tiktok/index.js';
import { problemWith } from './kind-abilities.js';
import { RunOverError } from './runs/run-over.error.js';
import { RunProgress } from './runs/run-progress.js';
import type { SyncRun } from './runs/sync-run.entity.js';
import { SyncRuns, type SyncReason } from './runs/sync-runs.js';
import { KindHandlers } from './runs/syncs-kind.js';
import { NEEDED_CAPABILITY } from './runs/sync-kinds.js';
import { RunEndings } from './schedule/run-endings.js';

// At the same place: a run that gets on may fail more often.
const MAX_ATTEMPTS = 10;
// A retry that was written at the same time as the cancellation must not keep the run due.
const STAYS_OVER: RowUpdate = { set: { due_at: null } };

/** A run that TikTok or the account has refused. */
interface Rejection extends SyncReason {
  /** Only another consent of the account helps. */
  needsConsent: boolean;
}

/** Fetches the data of a run, and decides how the run ends. */
@Injectable()
export class SyncWorker {
  constructor(
    private readonly runs: SyncRuns,
    private readonly endings: RunEndings,
    private readonly integrations: IntegrationsService,
    private readonly credentials: CredentialReads,
    private readonly kinds: KindHandlers,
    private readonly errors: ErrorExplainer,
  ) {}

  @WorkHandler('sync')
  async handle(claim: Claim): Promise<RowUpdate | void> {
    const run = await this.runs.find(claim.id);
    if (!run) return undefined;
    const trace = new CallTrace(run.requestIds);
    try {
      await this.step(run, claim, trace);
    } catch (error) {
      if (error instanceof RunOverError) return STAYS_OVER;
      throw error;
    }
  }

  private async step(run: SyncRun, claim: Claim, trace: CallTrace): Promise<void> {
    try {
      await trace.run(() => this.credentials.during(() => this.fetch(run, claim, trace)));
    } catch (error) {
      if (error instanceof RunOverError) throw error;
      await this.handleFailure(run, claim, trace, error);
    }
  }

  private async fetch(run: SyncRun, claim: Claim, trace: CallTrace): Promise<void> {
    const started = await this.runs.started(run);
    const integration = await this.integrations.load(run.integrationId);
    const problem = problemWith(integration, run.kind);
    if (problem) {
      const reason = { failCode: problem.code, failReason: problem.message };
      return await this.endings.impossible(run, trace.requestIds, reason);
    }
    integration.assertCan(NEEDED_CAPABILITY[run.kind]);
    const progress = new RunProgress(this.runs, started, trace);
    const { complete, code, nextDueAt } = await this.kinds.run({
      run: started,
      integration,
      claim,
      progress,
    });
    const counts = progress.counts();
    if (complete) return await this.endings.succeeded(started, counts, nextDueAt);
    await this.endings.incomplete(
      started,
      counts,
      this.reasonOf({ code: code ?? 'listing_cut_short' }),
      nextDueAt,
    );
  }

  private async handleFailure(run: SyncRun, claim: Claim, trace: CallTrace, error: unknown): Promise<void> {
    const rejection = this.rejectionOf(error);
    const failure = { ...stepFailure(error), rejected: rejection !== undefined };
    const { signal } = claim;
    const attempts = await this.runs.attemptsOf(run);
    const outcome = outcomeOf(failure, { signal, attempts }, { maxAttempts: MAX_ATTEMPTS });
    const { requestIds } = trace;
    if (outcome.kind === 'stop') throw outcome.error;
    if (outcome.kind === 'retry') {
      await this.runs.saveRequestIds(run.id, requestIds);
      throw outcome.error;
    }
    if (outcome.kind === 'rejected' && rejection) {
      const { needsConsent, ...reason } = rejection;
      if (needsConsent) return await this.endings.impossible(run, requestIds, reason);
      return await this.endings.failed(run, requestIds, reason);
    }
    const isFault = outcome.kind === 'exhausted' && outcome.isFault;
    if (isFault) noteFacts({ err: error });
    const code = isFault ? 'internal_fault' : 'tiktok_unreachable';
    await this.endings.failed(run, requestIds, this.reasonOf({ code }));
  }

  private rejectionOf(error: unknown): Rejection | undefined {
    if (error instanceof TikTokApiError) {
      const needsConsent = this.errors.explain(error).retry === 'reconnect';
      return { ...this.reasonOf(error), needsConsent };
    }
    if (error instanceof DomainError)
      return {
        failCode: error.code,
        failReason: error.message,
        needsConsent: error.code === 'capability_missing',
      };
    return undefined;
  }

  private reasonOf(refusal: Refusal): SyncReason {
    const { code, message } = this.errors.explain(refusal);
    return { failCode: code, failReason: message };
  }
}
