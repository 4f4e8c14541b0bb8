import { Injectable } from '@nestjs/common';
import { DomainError, noteFacts } from '../common/index.js';
import { IntegrationsService, stepFailure, type IntegrationRef } from '../integrations/index.js';
import { outcomeOf, TryLaterError, WorkHandler, type Claim } from '../jobs/index.js';
import { ErrorExplainer, TikTokApiError, UserApi, type Refusal } from '../tiktok/index.js';
import { NEEDED_CAPABILITY, type SyncRun } from './sync-run.entity.js';
import { SyncRuns, type StartedRun, type SyncReason } from './sync-runs.js';
import { VideoSync } from './video-sync.js';

const MAX_ATTEMPTS = 10;

/** Fetches the data of a run, and decides how the run ends. */
@Injectable()
export class SyncWorker {
  constructor(
    private readonly runs: SyncRuns,
    private readonly integrations: IntegrationsService,
    private readonly videos: VideoSync,
    private readonly users: UserApi,
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
      if (run.kind === 'videos') await this.syncVideos(started, integration, claim);
      else await this.syncProfile(started, integration);
    } catch (error) {
      await this.handleFailure(run, claim, error);
    }
  }

  private async syncProfile(
    run: SyncRun,
    { id, credentialId, grantedScopes }: IntegrationRef,
  ): Promise<void> {
    const user = await this.users.info(credentialId, grantedScopes);
    if (!user) throw new TryLaterError('TikTok sent a user info response without a user');
    await this.integrations.updateProfile(id, user);
    await this.runs.succeeded(run.id, { items: 1, skipped: 0 });
  }

  private async syncVideos(run: StartedRun, integration: IntegrationRef, claim: Claim): Promise<void> {
    const { counts, complete } = await this.videos.run(run, integration, claim);
    if (complete) return await this.runs.succeeded(run.id, counts);
    await this.runs.incomplete(run.id, counts, this.reasonOf({ code: 'listing_cut_short' }));
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
