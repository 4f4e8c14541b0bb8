import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import type { Publication } from '../../post/publication.entity.js';
import type { PostWay, PreparedPost } from './post-way.js';
import { PullAddresses } from './pull-addresses.js';
import { VideoInit } from './video-init.js';

/** A video that TikTok fetches from its address. */
@Injectable()
export class VideoPullWay implements PostWay {
  constructor(
    private readonly init: VideoInit,
    private readonly addresses: PullAddresses,
  ) {}

  async prepare(publication: Publication, { credentialId }: IntegrationRef): Promise<PreparedPost> {
    const [address = ''] = this.addresses.of(publication);
    const send = await this.init.prepare(publication, credentialId);
    return {
      begin: async () => {
        const begun = await send({ source: 'PULL_FROM_URL', video_url: address });
        return { publishId: begun.publish_id };
      },
    };
  }
}
