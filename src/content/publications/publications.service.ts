import { Injectable } from '@nestjs/common';
import { newId } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import type { InitVideoUploadAnswer, InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import { findWithMedia } from './find-with-media.js';
import { PrivacyChoice } from './privacy-choice.js';
import { unknownPublication, validId } from './publication-id.js';
import { PublicationMedia } from './publication-media.entity.js';
import { Publication } from './publication.entity.js';
import { UploadLinks } from '../uploads/upload-links.js';

/** What people do with publications. What becomes of them afterwards is the publisher's. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly privacy: PrivacyChoice,
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly links: UploadLinks,
  ) {}

  /** @returns the new publication's id and where to send its bytes */
  async create(post: InitVideoUploadDto, userId: string): Promise<InitVideoUploadAnswer> {
    this.privacy.assertAllowed(post.privacyLevel);
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
    return { publishId, ...this.links.urls({ mediaId, organisationId }) };
  }

  /** @throws NotFoundError, also for another organisation's */
  async get(publishId: string): Promise<Publication> {
    const id = validId(publishId);
    const found = await this.orgContext.transaction((em) => findWithMedia(em, id));
    if (!found) throw unknownPublication();
    return found;
  }
}
