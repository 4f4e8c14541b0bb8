import { Injectable } from '@nestjs/common';
import { newId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { PostRoutes } from '../publishing/ways/post-routes.js';
import { UploadLinks } from '../uploads/upload-links.js';
import { FileSources } from './file-sources.js';
import type { NewFile, NewPost } from './new-post.js';
import { PublicationMedia } from './publication-media.entity.js';
import { Publication, type PostRoute, type PublicationStatus } from './publication.entity.js';

export interface CreatedPost {
  publishId: string;
  status: PublicationStatus;
  /** Where to send each file that is uploaded, in their order. */
  uploads: { uploadUrl: string; tusUrl: string }[];
}

/** Makes a publication of what a person wants. TikTok is told nothing yet. */
@Injectable()
export class PublicationCreation {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly routes: PostRoutes,
    private readonly sources: FileSources,
    private readonly links: UploadLinks,
  ) {}

  /**
   * @param integrationId which account; undefined for the only one
   * @throws ConflictError, NotFoundError, InvalidInputError saying what to change
   */
  async create(
    { post, files }: { post: NewPost; files: NewFile[] },
    integrationId: string | undefined,
    userId: string,
  ): Promise<CreatedPost> {
    const { id } = await this.integrations.resolve(integrationId);
    await this.integrations.assertCan(id, post.mode === 'draft' ? 'draft' : 'publish_private');
    const route = await this.routes.foresee(id, post);
    this.sources.assertUsable(files, { kind: post.kind, route });
    return await this.save(post, files, { integrationId: id, route, createdBy: userId });
  }

  private async save(
    post: NewPost,
    files: NewFile[],
    origin: { integrationId: string; route: PostRoute; createdBy: string },
  ): Promise<CreatedPost> {
    const { organisationId } = this.orgContext;
    const publicationId = newId();
    const media = files.map(({ url }, position) => {
      const source = url === null ? ('upload' as const) : ('url' as const);
      return { id: newId(), organisationId, publicationId, position, source, url };
    });
    const awaited = media.filter(({ source }) => source === 'upload');
    const status = awaited.length > 0 ? 'awaiting_upload' : 'ready';
    await this.orgContext.transaction(async (em) => {
      await em
        .getRepository(Publication)
        .insert({ id: publicationId, organisationId, ...origin, ...post, status });
      await em.getRepository(PublicationMedia).insert(media);
    });
    const uploads = awaited.map(({ id: mediaId }) => this.links.urls({ mediaId, organisationId }));
    return { publishId: publicationId, status, uploads };
  }
}
