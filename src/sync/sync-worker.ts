import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError, isDeferred, noteFacts } from '../common/index.js';
import { IntegrationsService, TokenUnreadableError, type IntegrationRef } from '../integrations/index.js';
import { Jobs, LeaseLostError, NotYetError, TryLaterError, type Claim } from '../jobs/index.js';
import {
  ErrorExplainer,
  isTransient,
  retryAfterSeconds,
  TikTokApiError,
  UserApi,
  type Refusal,
} from '../tiktok/index.js';
import { NEEDED_CAPABILITY, type SyncRun } from './sync-run.entity.js';
import { SyncRuns, type StartedRun, type SyncReason } from './sync-runs.js';
import { VideoSync } from './video-sync.js';

/** The work of syncing: wakes for a run's id. */
export const SYNC_WORK = 'sync';
const MAX_ATTEMPTS = 10;
const ELSEWHERE_SECONDS = 5;

/** Fetches what a run is for, and decides how the run ends. */
@Injectable()
export class SyncWorker implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly runs: SyncRuns,
    private readonly integrations: IntegrationsService,
    private readonly videos: VideoSync,
    private readonly users: UserApi,
    private readonly errors: ErrorExplainer,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: SYNC_WORK,
      table: 'sync_runs',
      concurrency: 4,
      handle: (claim) => this.handle(claim),
    });
  }

  private async handle(claim: Claim): Promise<void> {
    const run = await this.runs.find(claim.id);
    if (!run) return;
    try {
      const started = await this.runs.started(run);
      const integration = await this.integrations.load(run.integrationId);
      integration.assertCan(NEEDED_CAPABILITY[run.kind]);
      if (run.kind === 'videos') await this.syncVideos(started, integration, claim);
      else await this.syncProfile(started, integration);
    } catch (error) {
      await this.settle(run, claim, error);
    }
  }

  private async syncProfile(
    run: SyncRun,
    { id, credentialId, grantedScopes }: IntegrationRef,
  ): Promise<void> {
    const user = await this.users.info(credentialId, grantedScopes);
    if (!user) throw new TryLaterError('TikTok answered user info without a user');
    await this.integrations.updateProfile(id, user);
    await this.runs.succeeded(run.id, { items: 1, skipped: 0 });
  }

  private async syncVideos(run: StartedRun, integration: IntegrationRef, claim: Claim): Promise<void> {
    const { counts, complete } = await this.videos.run(run, integration, claim);
    if (complete) return await this.runs.succeeded(run.id, counts);
    await this.runs.incomplete(run.id, counts, this.reasonOf({ code: 'listing_cut_short' }));
  }

  /** A refusal ends the run at once; everything else is tried again, and none of it without end. */
  private async settle(run: SyncRun, claim: Claim, error: unknown): Promise<void> {
    if (claim.signal.aborted || error instanceof LeaseLostError) throw error;
    // The next to claim it may be the process that has the account's key.
    if (error instanceof TokenUnreadableError && error.heldElsewhere)
      throw new NotYetError('another process holds the key of this account', ELSEWHERE_SECONDS);
    const passes = isTransient(error) || error instanceof TryLaterError;
    if (!passes && error instanceof TikTokApiError)
      return await this.runs.failed(run.id, this.reasonOf(error));
    if (!passes && error instanceof DomainError)
      return await this.runs.failed(run.id, { failCode: error.code, failReason: error.message });
    // Waiting for its turn says nothing about whether TikTok can be reached.
    const tired = claim.attempts >= MAX_ATTEMPTS && !isDeferred(error);
    if (tired && !passes) noteFacts({ err: error });
    const code = passes ? 'tiktok_unreachable' : 'internal_fault';
    if (tired) return await this.runs.failed(run.id, this.reasonOf({ code }));
    // What nobody knows stays as it is, so that the log has where it came from.
    if (!isTransient(error)) throw error;
    throw new TryLaterError(String(error), retryAfterSeconds(error), { cause: error });
  }

  private reasonOf(refusal: Refusal): SyncReason {
    const { code, message } = this.errors.explain(refusal);
    return { failCode: code, failReason: message };
  }
}
