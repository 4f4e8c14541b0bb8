import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { PublishingApi, type BusinessAccount, type VideoSettings } from '../../../tiktok/index.js';
import type { Publication } from '../../post/publication.entity.js';
import { CreatorRules } from '../creator-rules.js';
import { BusinessAccounts } from './business-accounts.js';
import type { PostWay, PreparedPost } from './post-way.js';
import { PullAddresses } from './pull-addresses.js';
import { coverOf, SENT } from '../../post/sent-post.js';

/** Videos and photos at the Business API. TikTok always fetches them itself. */
@Injectable()
export class BusinessWay implements PostWay {
  constructor(
    private readonly publishing: PublishingApi,
    private readonly creators: CreatorRules,
    private readonly accounts: BusinessAccounts,
    private readonly addresses: PullAddresses,
  ) {}

  async prepare(publication: Publication, { id }: IntegrationRef): Promise<PreparedPost> {
    const urls = this.addresses.of(publication);
    const account = await this.accounts.of(id);
    // As for the open API: what the owner allows is asked right before each post that shows at once.
    const isDirect = publication.mode === 'direct';
    const settings = isDirect ? await this.publishing.videoSettings(account) : undefined;
    await this.creators.assertAllowed(publication, settings);
    return {
      begin: async () => ({
        publishId: (await this.publish(publication, account, urls, settings)).share_id,
      }),
    };
  }

  /** @param settings absent for drafts, of which the creator decides everything in the app */
  private publish(
    publication: Publication,
    account: BusinessAccount,
    urls: string[],
    settings: VideoSettings | undefined,
  ): Promise<{ share_id: string }> {
    const { video, photo } = SENT.business;
    if (publication.kind === 'video') {
      const post = settings ? video.direct(publication, settings) : video.draft();
      return this.publishing.publishVideo(account, urls[0] ?? '', post);
    }
    const post = settings ? photo.direct(publication, settings) : photo.draft(publication);
    return this.publishing.publishPhotos(account, { urls, coverIndex: coverOf(publication) }, post);
  }
}
