import { Injectable } from '@nestjs/common';
import { TryLaterError } from '../../jobs/index.js';
import { PostingApi, type CreatorInfo, type PrivacyLevel } from '../../tiktok/index.js';
import type { Publication } from '../publications/publication.entity.js';
import { PostRefusedError } from './post-refused.error.js';

/** What the creator allows now, and the privacy level that was found among it. */
export interface CheckedCreator {
  info: CreatorInfo;
  privacyLevel: PrivacyLevel;
}

/** TikTok's rule for direct posts: ask what the creator allows right before each. */
@Injectable()
export class CreatorRules {
  constructor(private readonly posting: PostingApi) {}

  /** @throws PostRefusedError, TryLaterError, or what `creatorInfo` was refused with */
  async check({ privacyLevel }: Publication, credentialId: string): Promise<CheckedCreator> {
    const info = await this.posting.creatorInfo(credentialId);
    if (!Array.isArray(info.privacy_level_options))
      throw new TryLaterError('TikTok answered creator info without privacy levels');
    if (!privacyLevel || !info.privacy_level_options.includes(privacyLevel))
      throw new PostRefusedError({ code: 'privacy_level_option_mismatch' });
    return { info, privacyLevel };
  }
}
