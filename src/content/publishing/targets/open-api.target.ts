import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { PostingApi, type StartedPost, type VideoSource } from '../../../tiktok/index.js';
import { coverOf, POST_FIELDS } from '../../post/post-fields.js';
import { PostRefusedError } from '../../post/post-refused.error.js';
import { videoOf, type Publication } from '../../post/publication.entity.js';
import { MAX_VIDEO_BYTES } from '../../rules/post-limits.js';
import { chunkPlans, type ChunkPlan } from '../chunk-plan.js';
import { PostChecks } from '../post-checks.js';
import type { PostTarget, PreparedPost } from './post-target.js';
import { PullAddresses } from './pull-addresses.js';

/** The open API, for direct posts and drafts. Uploaded videos are sent to TikTok; it fetches all other files. */
@Injectable()
export class OpenApiTarget implements PostTarget {
  constructor(
    private readonly posting: PostingApi,
    private readonly checks: PostChecks,
    private readonly addresses: PullAddresses,
  ) {}

  async prepare(publication: Publication, { credentialId }: IntegrationRef): Promise<PreparedPost> {
    if (publication.kind === 'photo') return await this.photos(publication, credentialId);
    if (videoOf(publication).source === 'url') return await this.pulledVideo(publication, credentialId);
    return await this.uploadedVideo(publication, credentialId);
  }

  private async uploadedVideo(publication: Publication, credentialId: string): Promise<PreparedPost> {
    const sizeBytes = videoOf(publication).sizeBytes ?? 0;
    const plans = plansFor(sizeBytes);
    const plan = plans[publication.planStep] ?? plans[0];
    const init = await this.videoInit(publication, credentialId);
    const source = {
      source: 'FILE_UPLOAD' as const,
      video_size: sizeBytes,
      chunk_size: plan.chunkSize,
      total_chunk_count: plan.chunkCount,
    };
    return {
      hasOtherPlan: publication.planStep + 1 < plans.length,
      sendInit: async () => {
        const answer = await init(source);
        return { publishId: answer.publish_id, upload: { url: answer.upload_url, plan } };
      },
    };
  }

  private async pulledVideo(publication: Publication, credentialId: string): Promise<PreparedPost> {
    const [address = ''] = this.addresses.of(publication);
    const init = await this.videoInit(publication, credentialId);
    const source = { source: 'PULL_FROM_URL' as const, video_url: address };
    return { sendInit: async () => ({ publishId: (await init(source)).publish_id }) };
  }

  private async videoInit(
    publication: Publication,
    credentialId: string,
  ): Promise<(source: VideoSource) => Promise<StartedPost>> {
    if (publication.mode === 'draft') {
      await this.checks.assertAllowed(publication);
      return (source) => this.posting.initDraftVideo(credentialId, source);
    }
    const { info, privacyLevel } = await this.checks.checkCreator(publication, credentialId);
    const post = POST_FIELDS.open_api.video.direct({ ...publication, privacyLevel }, info);
    return (source) => this.posting.initVideo(credentialId, post, source);
  }

  private async photos(publication: Publication, credentialId: string): Promise<PreparedPost> {
    const source = { photo_images: this.addresses.of(publication), photo_cover_index: coverOf(publication) };
    const { direct, draft } = POST_FIELDS.open_api.photo;
    if (publication.mode === 'draft') {
      await this.checks.assertAllowed(publication);
      const texts = draft(publication);
      return {
        sendInit: async () => started(await this.posting.initDraftPhotos(credentialId, texts, source)),
      };
    }
    const { info, privacyLevel } = await this.checks.checkCreator(publication, credentialId);
    const post = direct({ ...publication, privacyLevel }, info);
    return { sendInit: async () => started(await this.posting.initPhotos(credentialId, post, source)) };
  }
}

function started({ publish_id: publishId }: StartedPost) {
  return { publishId };
}

function plansFor(sizeBytes: number): [ChunkPlan, ...ChunkPlan[]] {
  if (sizeBytes > MAX_VIDEO_BYTES) throw new PostRefusedError({ code: 'video_too_large' });
  return chunkPlans(sizeBytes);
}
