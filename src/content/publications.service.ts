import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, InvalidInputError, isId, newId, NotFoundError } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { OrgContext } from '../database/index.js';
import { IntegrationsService } from '../integrations/index.js';
import { Jobs } from '../jobs/index.js';
import { explainError } from '../tiktok/index.js';
import type { InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import { Publication } from './publication.entity.js';
import { PUBLISH_WORK } from './publisher.js';
import { StagingStore, type StagedFile } from './staging-store.js';
import { UploadLinks, type UploadTicket } from './upload-links.js';

/** What people do with publications. What becomes of them afterwards is the publisher's. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly links: UploadLinks,
    private readonly staging: StagingStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @returns the new publication's id and where to send its bytes */
  async create(post: InitVideoUploadDto, userId: string): Promise<{ publishId: string; uploadUrl: string }> {
    this.assertAllowed(post);
    const integration = await this.integrations.resolve(post.integrationId);
    await this.integrations.assertCan(integration.id, 'publish_private');
    const { organisationId } = this.orgContext;
    const publishId = newId();
    await this.orgContext.transaction((em) =>
      em.getRepository(Publication).insert({
        id: publishId,
        organisationId,
        integrationId: integration.id,
        title: post.title,
        caption: post.caption ?? post.title,
        privacyLevel: post.privacyLevel,
        allowComment: post.allowComment ?? false,
        allowDuet: post.allowDuet ?? false,
        allowStitch: post.allowStitch ?? false,
        status: 'awaiting_upload',
        createdBy: userId,
      }),
    );
    return { publishId, uploadUrl: this.links.create({ publicationId: publishId, organisationId }) };
  }

  /**
   * Takes the bytes of a publication. When anything goes wrong it still awaits its upload and nothing is kept.
   * @throws ConflictError when it has its bytes already
   */
  async receive(
    { publicationId, organisationId }: UploadTicket,
    source: () => Promise<Readable>,
  ): Promise<StagedFile> {
    return await this.orgContext.run(organisationId, 'upload', async () => {
      await this.assertAwaitingUpload(publicationId);
      const staged = await this.staging.put(await source());
      const first = await this.attach(publicationId, staged);
      if (first) return staged;
      await this.staging.remove(staged.name);
      throw alreadyUploaded();
    });
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
    const found = await this.orgContext.transaction((em) => em.getRepository(Publication).findOneBy({ id }));
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

  private async assertAwaitingUpload(id: string): Promise<void> {
    const { status } = await this.get(id);
    if (status !== 'awaiting_upload') throw alreadyUploaded();
  }

  /** Of two uploads at once the first to finish wins. */
  private async attach(id: string, staged: StagedFile): Promise<boolean> {
    const { name, sizeBytes, sha256, mediaType } = staged;
    const changed = await this.orgContext.transaction((em) =>
      em
        .getRepository(Publication)
        .update(
          { id, status: 'awaiting_upload' },
          { status: 'ready', stagedFile: name, sizeBytes, sha256, mediaType },
        ),
    );
    return changed.affected === 1;
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

function alreadyUploaded(): ConflictError {
  return new ConflictError(
    'upload_already_received',
    'This publication has its video already: publish it, or start a new one.',
  );
}
