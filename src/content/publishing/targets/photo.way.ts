import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { PostingApi, type StartedPost } from '../../../tiktok/index.js';
import type { Publication } from '../../post/publication.entity.js';
import { CreatorRules } from '../creator-rules.js';
import type { PostWay, PreparedPost } from './post-way.js';
import { PullAddresses } from './pull-addresses.js';
import { coverOf, SENT } from '../../post/sent-post.js';

/** Photos at the open API, straight to the profile or as a draft. TikTok always fetches them itself. */
@Injectable()
export class PhotoWay implements PostWay {
  constructor(
    private readonly posting: PostingApi,
    private readonly creators: CreatorRules,
    private readonly addresses: PullAddresses,
  ) {}

  async prepare(publication: Publication, { credentialId }: IntegrationRef): Promise<PreparedPost> {
    const send = await this.init(publication, credentialId);
    return { begin: async () => ({ publishId: (await send()).publish_id }) };
  }

  private async init(publication: Publication, credentialId: string): Promise<() => Promise<StartedPost>> {
    const source = {
      photo_images: this.addresses.of(publication),
      photo_cover_index: coverOf(publication),
    };
    if (publication.mode === 'draft') {
      await this.creators.assertAllowed(publication);
      const texts = SENT.open_api.photo.draft(publication);
      return () => this.posting.initDraftPhotos(credentialId, texts, source);
    }
    const { info, privacyLevel } = await this.creators.check(publication, credentialId);
    const post = SENT.open_api.photo.direct({ ...publication, privacyLevel }, info);
    return () => this.posting.initPhotos(credentialId, post, source);
  }
}
