import { Injectable } from '@nestjs/common';
import { newId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IdempotentAnswers } from '../../idempotency/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import { UploadLinks } from '../uploads/upload-links.js';
import { FileSources } from './file-sources.js';
import type { NewFile, NewPost } from './new-post.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { Publication, type PostRoute, type PublicationStatus } from '../post/publication.entity.js';
import { UnfinishedPosts } from './unfinished-posts.js';

export interface CreatedPost {
  publishId: string;
  status: PublicationStatus;
  /** The links for each file to upload, in file order. */
  uploads: { uploadUrl: string; tusUrl: string }[];
}

/** Creates publications. Nothing is sent to TikTok yet. */
@Injectable()
export class PublicationCreation {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly routing: RoutingPolicy,
    private readonly sources: FileSources,
    private readonly links: UploadLinks,
    private readonly unfinished: UnfinishedPosts,
    private readonly answers: IdempotentAnswers,
  ) {}

  /**
   * @param integrationId undefined for the only one
   * @param toAnswer builds the response, which is stored with the post for idempotent repetitions
   * @throws ConflictError, NotFoundError, or InvalidInputError saying what to change
   */
  async create<Answer>(
    { post, files }: { post: NewPost; files: NewFile[] },
    integrationId: string | undefined,
    userId: string,
    toAnswer: (created: CreatedPost) => Answer,
  ): Promise<Answer> {
    const integration = await this.integrations.resolve(integrationId);
    integration.assertCan(post.mode === 'draft' ? 'draft' : 'publish_private');
    const route = await this.routing.preview(integration, post);
    this.sources.assertUsable(files, { kind: post.kind, route });
    return await this.save(
      post,
      files,
      { integrationId: integration.id, route, createdBy: userId },
      toAnswer,
    );
  }

  private async save<Answer>(
    post: NewPost,
    files: NewFile[],
    origin: { integrationId: string; route: PostRoute; createdBy: string },
    toAnswer: (created: CreatedPost) => Answer,
  ): Promise<Answer> {
    const { organisationId } = this.orgContext;
    const publicationId = newId();
    const media = files.map(({ url }, position) => {
      const source = url === null ? ('upload' as const) : ('url' as const);
      return { id: newId(), organisationId, publicationId, position, source, url };
    });
    const awaited = media.filter(({ source }) => source === 'upload');
    const status = awaited.length > 0 ? 'awaiting_upload' : 'ready';
    const uploads = awaited.map(({ id: mediaId }) => this.links.urls({ mediaId, organisationId }));
    const answer = toAnswer({ publishId: publicationId, status, uploads });
    await this.orgContext.transaction(async (em) => {
      await em
        .getRepository(Publication)
        .insert({ id: publicationId, organisationId, ...origin, ...post, status });
      await em.getRepository(PublicationMedia).insert(media);
      await this.unfinished.assertRoom(em);
      await this.answers.keep(em, answer);
    });
    return answer;
  }
}
