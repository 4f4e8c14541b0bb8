import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import { TryLaterError } from '../../../jobs/index.js';
import { UserApi, type TikTokUser } from '../../../tiktok/index.js';
import { AccountDays, type AccountFigures } from '../../activity/account-days.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { AccountInsights } from './account-insights.js';

/** Fetches the profile of an account, and its figures of the day. */
@Injectable()
export class ProfileSync {
  constructor(
    private readonly users: UserApi,
    private readonly integrations: IntegrationsService,
    private readonly days: AccountDays,
    private readonly insights: AccountInsights,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('profile')
  async run(kindRun: KindRun): Promise<KindResult> {
    const { integration, progress } = kindRun;
    progress.expect(1);
    const user = await this.users.info(integration.credentialId, integration.grantedScopes);
    if (!user) throw new TryLaterError('TikTok sent a user info response without a user');
    await this.integrations.updateProfile(integration.id, user);
    const now = this.clock.now();
    // A retry, for which the insights were unavailable, reads the same profile again.
    if (progress.counts().items === 0) progress.count({ stored: 1, skipped: 0 });
    await progress.save(null, (em) =>
      this.days.write(em, integration, 'display_api', now, figuresOf(user, now)),
    );
    await this.insights.read(kindRun);
    return { complete: true, nextDueAt: null };
  }
}

/** @returns nothing without the scope of these figures */
function figuresOf(user: TikTokUser, now: Date): AccountFigures[] {
  const figures = {
    followers: user.follower_count ?? null,
    following: user.following_count ?? null,
    likes: user.likes_count ?? null,
    videos: user.video_count ?? null,
  };
  if (Object.values(figures).every((figure) => figure === null)) return [];
  return [{ ...figures, day: now.toISOString().slice(0, 10), insights: null }];
}
