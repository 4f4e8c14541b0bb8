import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, DomainError } from '../common/index.js';
import { IntegrationsService, type IntegrationRef } from '../integrations/index.js';
import { Jobs, TryLaterError, type Claim } from '../jobs/index.js';
import {
  ErrorExplainer,
  isTransient,
  TikTokApiError,
  TikTokRateLimitedError,
  UserApi,
  VideoApi,
  type Refusal,
} from '../tiktok/index.js';
import { SocialActivity } from './social-activity.js';
import type { SyncRun } from './sync-run.entity.js';
import { SyncRuns } from './sync-runs.js';

/** The work of syncing: wakes for a run's id. */
export const SYNC_WORK = 'sync';
const AFTER_RATE_LIMIT_SECONDS = 60;
const MAX_ATTEMPTS = 10;

/** Fetches what a run is for, page by page, and goes on where a killed run stopped. */
@Injectable()
export class SyncWorker implements OnModuleInit {
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
      const items =
        run.kind === 'videos'
          ? await this.syncVideos(run, integration, claim)
          : await this.syncProfile(integration);
      await this.runs.succeeded(run.id, items);
    } catch (error) {
      await this.settle(run, claim, error);
    }
  }

  private async syncProfile({ id, credentialId, grantedScopes }: IntegrationRef): Promise<number> {
    await this.integrations.updateProfile(id, await this.users.info(credentialId, grantedScopes));
    return 1;
  }

  private async syncVideos(run: SyncRun, integration: IntegrationRef, claim: Claim): Promise<number> {
    let { items } = run;
    let cursor = run.cursor === null ? undefined : Number(run.cursor);
    for (;;) {
      claim.signal.throwIfAborted();
      const page = await this.videos.list(integration.credentialId, cursor);
      await this.activity.store(integration, page.videos, this.clock.now());
      items += page.videos.length;
      // A page that does not move on would be asked for again and again.
      if (!page.has_more || page.cursor === cursor) return items;
      cursor = page.cursor;
      await this.runs.progress(run.id, items, String(cursor));
    }
  }

  private async settle(run: SyncRun, claim: Claim, error: unknown): Promise<void> {
    if (claim.signal.aborted) throw error;
    if (isTransient(error) && claim.attempts < MAX_ATTEMPTS) {
      const seconds = error instanceof TikTokRateLimitedError ? AFTER_RATE_LIMIT_SECONDS : undefined;
      throw new TryLaterError(String(error), seconds, { cause: error });
    }
    if (isTransient(error)) return await this.fail(run, { code: 'tiktok_unreachable' });
    if (error instanceof TikTokApiError) return await this.fail(run, error);
    if (error instanceof DomainError) return await this.runs.failed(run.id, error.code, error.message);
    throw error;
  }

  private async fail({ id }: SyncRun, refusal: Refusal): Promise<void> {
    const { code, sentence } = this.errors.explain(['open_api', 'connector', 'oauth'], refusal);
    await this.runs.failed(id, code, sentence);
  }
}
