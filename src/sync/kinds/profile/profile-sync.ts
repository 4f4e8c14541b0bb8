import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../../integrations/index.js';
import { TryLaterError } from '../../../jobs/index.js';
import { UserApi } from '../../../tiktok/index.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';

/** Fetches the profile of an account. */
@Injectable()
export class ProfileSync {
  constructor(
    private readonly users: UserApi,
    private readonly integrations: IntegrationsService,
  ) {}

  @SyncsKind('profile')
  async run({ integration, progress }: KindRun): Promise<KindResult> {
    const user = await this.users.info(integration.credentialId, integration.grantedScopes);
    if (!user) throw new TryLaterError('TikTok sent a user info response without a user');
    await this.integrations.updateProfile(integration.id, user);
    progress.count({ stored: 1, skipped: 0 });
    return { complete: true, nextDueAt: null };
  }
}
