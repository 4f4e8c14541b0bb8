import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, InvalidInputError, isId, newId, NotFoundError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import { explainError } from '../../tiktok/index.js';
import type { InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import { findWithMedia } from './find-with-media.js';
import { PublicationMedia } from './publication-media.entity.js';
import { Publication } from './publication.entity.js';
import { PUBLISH_WORK } from '../publishing/publisher.js';
import { UploadLinks } from '../uploads/upload-links.js';

/** What people do with publications. What becomes of them afterwards is the publisher's. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly links: UploadLinks,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @returns the new publication's id and where to send its bytes */
  async create(post: InitVideoUploadDto, userId: string): Promise<{ publishId: string; uploadUrl: string }> {
    this.assertAllowed(post);
    const integration = await this.integrations.resolve(post.integrationId);
    await this.integrations.assertCan(integration.id, 'publish_private');
    const { organisationId } = this.orgContext;
    const [publishId, mediaId] = [newId(), newId()];
    await this.orgContext.transaction(async (em) => {
      await em.getRepository(Publication).insert({
        id: publishId,
        organisationId,
        integrationId: integration.id,
        kind: 'video',
        mode: 'direct',
        title: post.title,
        caption: post.caption ?? post.title,
        privacyLevel: post.privacyLevel,
        allowComment: post.allowComment ?? false,
        allowDuet: post.allowDuet ?? false,
        allowStitch: post.allowStitch ?? false,
        status: 'awaiting_upload',
        createdBy: userId,
      });
      const media = { id: mediaId, organisationId, publicationId: publishId };
      await em.getRepository(PublicationMedia).insert({ ...media, position: 0, source: 'upload' });
    });
    return { publishId, uploadUrl: this.links.create({ mediaId, organisationId }) };
  }

  /** Begins publishing in the background. Asked again, it answers how far it is: one publication is one post. */
  async publish(publishId: string): Promise<Publication> {
    const started = await this.orgContext.transaction((em) =>
      em
        .getRepository(Publication)
        .update(
          { id: validId(publishId), status: 'ready' },
          { status: 'publishing', dueAt: this.clock.now() },
        ),
    );
    const publication = await this.get(publishId);
    if (publication.status === 'awaiting_upload') {
      throw new ConflictError(
        'upload_missing',
        'The video has not been uploaded yet: send it to the uploadUrl first.',
      );
    }
    if (started.affected === 1) await this.jobs.wake(PUBLISH_WORK, publishId);
    return publication;
  }

  /** @throws NotFoundError, also for another organisation's */
  async get(publishId: string): Promise<Publication> {
    const id = validId(publishId);
    const found = await this.orgContext.transaction((em) => findWithMedia(em, id));
    if (!found) throw unknownPublication();
    return found;
  }

  private assertAllowed({ privacyLevel }: InitVideoUploadDto): void {
    if (this.config.tiktok.audited || privacyLevel === 'SELF_ONLY') return;
    const code = 'unaudited_client_can_only_post_to_private_accounts';
    const complaint = 'must be SELF_ONLY until TikTok has audited the app (TIKTOK_APP_AUDITED)';
    throw new InvalidInputError(
      explainError('open_api', code).sentence,
      [{ field: 'privacyLevel', complaint }],
      code,
    );
  }
}

function validId(publishId: string): string {
  if (!isId(publishId)) throw unknownPublication();
  return publishId;
}

function unknownPublication(): NotFoundError {
  return new NotFoundError(
    'unknown_publication',
    'There is no publication with this publishId in this organisation.',
  );
}
