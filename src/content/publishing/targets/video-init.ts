import { Injectable } from '@nestjs/common';
import { PostingApi, type StartedPost, type VideoSource } from '../../../tiktok/index.js';
import type { Publication } from '../../post/publication.entity.js';
import { CreatorRules } from '../creator-rules.js';
import { SENT } from '../../post/sent-post.js';

/** The init of a video at the open API, straight to the profile or as a draft. */
@Injectable()
export class VideoInit {
  constructor(
    private readonly posting: PostingApi,
    private readonly creators: CreatorRules,
  ) {}

  /**
   * @returns what sends init
   * @throws PostRefusedError, or what TikTok was asked for and refused
   */
  async prepare(
    publication: Publication,
    credentialId: string,
  ): Promise<(source: VideoSource) => Promise<StartedPost>> {
    if (publication.mode === 'draft') {
      await this.creators.assertAllowed(publication);
      return (source) => this.posting.initDraftVideo(credentialId, source);
    }
    const { info, privacyLevel } = await this.creators.check(publication, credentialId);
    const post = SENT.open_api.video.direct({ ...publication, privacyLevel }, info);
    return (source) => this.posting.initVideo(credentialId, post, source);
  }
}
