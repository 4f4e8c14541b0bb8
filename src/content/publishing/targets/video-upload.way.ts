import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { videoOf, type Publication } from '../../post/publication.entity.js';
import { MAX_VIDEO_BYTES } from '../../rules/post-limits.js';
import { chunkPlans, type ChunkPlan } from '../chunk-plan.js';
import { PostRefusedError } from '../../post/post-refused.error.js';
import type { PostWay, PreparedPost } from './post-way.js';
import { VideoInit } from './video-init.js';

/** A video whose bytes we send. */
@Injectable()
export class VideoUploadWay implements PostWay {
  constructor(private readonly init: VideoInit) {}

  async prepare(publication: Publication, { credentialId }: IntegrationRef): Promise<PreparedPost> {
    const sizeBytes = videoOf(publication).sizeBytes ?? 0;
    const plans = plansFor(sizeBytes);
    const plan = plans[publication.planStep] ?? plans[0];
    const send = await this.init.prepare(publication, credentialId);
    const file = {
      source: 'FILE_UPLOAD' as const,
      video_size: sizeBytes,
      chunk_size: plan.chunkSize,
      total_chunk_count: plan.chunkCount,
    };
    return {
      hasOtherPlan: publication.planStep + 1 < plans.length,
      begin: async () => {
        const begun = await send(file);
        return { publishId: begun.publish_id, upload: { url: begun.upload_url, plan } };
      },
    };
  }
}

function plansFor(sizeBytes: number): [ChunkPlan, ...ChunkPlan[]] {
  if (sizeBytes > MAX_VIDEO_BYTES) throw new PostRefusedError({ code: 'video_too_large' });
  return chunkPlans(sizeBytes);
}
