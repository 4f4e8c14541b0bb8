import { Injectable } from '@nestjs/common';
import type { IntegrationRef } from '../../../integrations/index.js';
import { videoOf, type Publication, type PostRoute } from '../../post/publication.entity.js';
import { BusinessWay } from './business.way.js';
import { PhotoWay } from './photo.way.js';
import { PostRoutes } from '../../post/post-routes.js';
import type { PostWay, PreparedPost } from './post-way.js';
import { VideoPullWay } from './video-pull.way.js';
import { VideoUploadWay } from './video-upload.way.js';

/** A post that nothing stands against any more, and by which family it goes. */
export interface RoutedPreparedPost extends PreparedPost {
  route: PostRoute;
}

/** Which way a post goes: by what the account has consented to, its kind, and where its files are. */
@Injectable()
export class PostWays {
  constructor(
    private readonly routes: PostRoutes,
    private readonly videoUpload: VideoUploadWay,
    private readonly videoPull: VideoPullWay,
    private readonly photo: PhotoWay,
    private readonly business: BusinessWay,
  ) {}

  /** @throws PostRefusedError, or what TikTok was asked for and refused */
  async prepare(publication: Publication, integration: IntegrationRef): Promise<RoutedPreparedPost> {
    const route = await this.routes.decide(integration.id, publication);
    const way = route === 'business' ? this.business : this.openApiWay(publication);
    return { ...(await way.prepare({ ...publication, route }, integration)), route };
  }

  private openApiWay(publication: Publication): PostWay {
    if (publication.kind === 'photo') return this.photo;
    return videoOf(publication).source === 'url' ? this.videoPull : this.videoUpload;
  }
}
