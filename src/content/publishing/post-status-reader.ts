import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { PostingApi, PublishingApi, type PostStatus } from '../../tiktok/index.js';
import type { Publication } from '../post/publication.entity.js';
import { checkedStatus } from './post-news.js';
import { BusinessAccounts } from './targets/business-accounts.js';

/** Asks TikTok what became of a post, in the family that carries it. Both tell the same in nearly the same words. */
@Injectable()
export class PostStatusReader {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly accounts: BusinessAccounts,
    private readonly posting: PostingApi,
    private readonly publishing: PublishingApi,
  ) {}

  /** @throws TryLaterError for an answer that tells nothing, or what TikTok refuses */
  async read(publication: Publication): Promise<PostStatus> {
    const { route, integrationId, tiktokPublishId } = publication;
    const publishId = tiktokPublishId ?? '';
    if (route === 'business') return await this.ofBusiness(integrationId, publishId);
    const { credentialId } = await this.integrations.get(integrationId);
    return checkedStatus(await this.posting.status(credentialId, publishId));
  }

  private async ofBusiness(integrationId: string, publishId: string): Promise<PostStatus> {
    const answer = await this.publishing.status(await this.accounts.of(integrationId), publishId);
    return checkedStatus({
      status: answer.status,
      ...(answer.reason !== undefined && { fail_reason: answer.reason }),
      publicaly_available_post_id: answer.post_ids ?? [],
    });
  }
}
