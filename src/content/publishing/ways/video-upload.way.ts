import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { PostingApi } from '../../../tiktok/index.js';
import { videoOf, type Publication } from '../../publications/publication.entity.js';
import { chunkPlans, MAX_VIDEO_BYTES, type ChunkPlan } from '../chunk-plan.js';
import { CreatorRules } from '../creator-rules.js';
import { PostRefusedError } from '../post-refused.error.js';
import type { PostWay, PreparedPost } from './post-way.js';
import { videoPost } from './post-info.js';

/** A video straight to the profile; we send its bytes. */
@Injectable()
export class VideoUploadWay implements PostWay {
  constructor(
    private readonly posting: PostingApi,
    private readonly creators: CreatorRules,
  ) {}

  async prepare(publication: Publication, { credentialId }: IntegrationRef): Promise<PreparedPost> {
    const sizeBytes = videoOf(publication).sizeBytes ?? 0;
    const plans = plansFor(sizeBytes);
    const plan = plans[publication.planStep] ?? plans[0];
    const creator = await this.creators.check(publication, credentialId);
    const file = {
      source: 'FILE_UPLOAD' as const,
      video_size: sizeBytes,
      chunk_size: plan.chunkSize,
      total_chunk_count: plan.chunkCount,
    };
    return {
      hasOtherPlan: publication.planStep + 1 < plans.length,
      begin: async () => {
        const begun = await this.posting.initVideo(credentialId, videoPost(publication, creator), file);
        return { publishId: begun.publish_id, upload: { url: begun.upload_url, plan } };
      },
    };
  }
}

function plansFor(sizeBytes: number): [ChunkPlan, ...ChunkPlan[]] {
  if (sizeBytes > MAX_VIDEO_BYTES) throw new PostRefusedError({ code: 'video_too_large' });
  return chunkPlans(sizeBytes);
}
