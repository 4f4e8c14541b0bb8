import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { PublishingApi, type BusinessAccount, type VideoSettings } from '../../../tiktok/index.js';
import { coverOf, POST_FIELDS } from '../../post/post-fields.js';
import type { Publication } from '../../post/publication.entity.js';
import { PostChecks } from '../post-checks.js';
import { BusinessAccounts } from './business-accounts.js';
import type { PostTarget, PreparedPost } from './post-target.js';
import { PullAddresses } from './pull-addresses.js';

/** The Business API, for videos and photos. TikTok always fetches the files. */
@Injectable()
export class BusinessTarget implements PostTarget {
  constructor(
    private readonly publishing: PublishingApi,
    private readonly checks: PostChecks,
    private readonly accounts: BusinessAccounts,
    private readonly addresses: PullAddresses,
  ) {}

  async prepare(publication: Publication, { id }: IntegrationRef): Promise<PreparedPost> {
    const urls = this.addresses.of(publication);
    const account = await this.accounts.of(id);
    // As with the open API, ask what the owner allows right before each direct post.
    const isDirect = publication.mode === 'direct';
    const settings = isDirect ? await this.publishing.videoSettings(account) : undefined;
    await this.checks.assertAllowed(publication, settings);
    return {
      sendInit: async () => ({
        publishId: (await this.publish(publication, account, urls, settings)).share_id,
      }),
    };
  }

  /** @param settings absent for drafts: the creator chooses everything in the TikTok app */
  private publish(
    publication: Publication,
    account: BusinessAccount,
    urls: string[],
    settings: VideoSettings | undefined,
  ): Promise<{ share_id: string }> {
    const { video, photo } = POST_FIELDS.business;
    if (publication.kind === 'video') {
      const post = settings ? video.direct(publication, settings) : video.draft();
      return this.publishing.publishVideo(account, urls[0] ?? '', post);
    }
    const post = settings ? photo.direct(publication, settings) : photo.draft(publication);
    return this.publishing.publishPhotos(account, { urls, coverIndex: coverOf(publication) }, post);
  }
}
