import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, DomainError, isDeferred } from '../common/index.js';
import { IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import { Jobs, LeaseLostError, TryLaterError, type Claim } from '../jobs/index.js';
import {
  ErrorExplainer,
  isTransient,
  retryAfterSeconds,
  TikTokApiError,
  UserApi,
  VideoApi,
  type Refusal,
} from '../tiktok/index.js';
import { SocialActivity } from './social-activity.js';
import { NEEDED_CAPABILITY, type SyncRun } from './sync-run.entity.js';
import { profileOf } from './profile-reading.js';
import { SyncRuns, type SyncCounts } from './sync-runs.js';

/** The work of syncing: wakes for a run's id. */
export const SYNC_WORK = 'sync';
const MAX_ATTEMPTS = 10;

/** Fetches what a run is for, page by page, and goes on where a killed run stopped. */
@Injectable()
export class SyncWorker implements OnModuleInit {
  private readonly logger = new Logger(SyncWorker.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly runs: SyncRuns,
    private readonly integrations: IntegrationsService,
    private readonly videos: VideoApi,
    private readonly users: UserApi,
    private readonly activity: SocialActivity,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
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
      await this.runs.started(run);
      const integration = await this.integrations.get(run.integrationId);
      await this.integrations.assertCan(integration.id, NEEDED_CAPABILITY[run.kind]);
      const counts =
        run.kind === 'videos'
          ? await this.syncVideos(run, integration, claim)
          : await this.syncProfile(integration);
      await this.runs.succeeded(run.id, counts);
    } catch (error) {
      await this.settle(run, claim, error);
    }
  }

  private async syncProfile({ id, credentialId, grantedScopes }: IntegrationRef): Promise<SyncCounts> {
    const user = profileOf(await this.users.info(credentialId, grantedScopes));
    if (!user) throw new TryLaterError('TikTok answered user info without a user');
    await this.integrations.updateProfile(id, user);
    return { items: 1, skipped: 0 };
  }

  private async syncVideos(run: SyncRun, integration: IntegrationRef, claim: Claim): Promise<SyncCounts> {
    let { items, skipped } = run;
    let cursor = run.cursor === null ? undefined : Number(run.cursor);
    const seen = new Set([cursor]);
    for (;;) {
      claim.signal.throwIfAborted();
      const page = await this.videos.list(integration.credentialId, cursor);
      const stored = await this.activity.store(integration, page.videos, this.clock.now());
      items += stored.stored;
      skipped += stored.skipped;
      const next: unknown = page.cursor;
      // A page that does not lead to another one would be asked for again and again.
      if (!page.has_more || typeof next !== 'number' || seen.has(next)) return { items, skipped };
      cursor = next;
      seen.add(cursor);
      await this.runs.progress(run.id, { items, skipped }, String(cursor));
    }
  }

  /** A refusal ends the run at once; everything else is tried again, and none of it without end. */
  private async settle(run: SyncRun, claim: Claim, error: unknown): Promise<void> {
    if (claim.signal.aborted || error instanceof LeaseLostError) throw error;
    const passes = isTransient(error) || error instanceof TryLaterError;
    if (!passes && error instanceof TikTokApiError) return await this.fail(run, error);
    if (!passes && error instanceof DomainError)
      return await this.runs.failed(run.id, error.code, error.message);
    // Waiting for its turn says nothing about whether TikTok can be reached.
    const tired = claim.attempts >= MAX_ATTEMPTS && !isDeferred(error);
    if (tired && !passes) this.logger.error(error);
    if (tired) return await this.fail(run, { code: passes ? 'tiktok_unreachable' : 'internal_fault' });
    // What nobody knows stays as it is, so that the log has where it came from.
    if (!isTransient(error)) throw error;
    throw new TryLaterError(String(error), retryAfterSeconds(error), { cause: error });
  }

  private async fail({ id }: SyncRun, refusal: Refusal): Promise<void> {
    const { code, sentence } = this.errors.explain(refusal);
    await this.runs.failed(id, code, sentence);
  }
}
