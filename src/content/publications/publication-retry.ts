import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock, ConflictError, newId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { StagingStore } from '../uploads/staging-store.js';
import { UploadLinks } from '../uploads/upload-links.js';
import type { RetryAnswer } from './dto/retry.answer.js';
import { findWithMedia } from './find-with-media.js';
import { PublicationMedia } from './publication-media.entity.js';
import { Publication } from './publication.entity.js';
import { PublicationsService } from './publications.service.js';

// The janitor removes files a moment after their time: what is that close to it is not counted on.
const MARGIN_SECONDS = 60;

// At most one attempt follows each: the unique column decides between two that ask at once.
const INSERT = `
  INSERT INTO publications (id, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
    allow_duet, allow_stitch, options, status, created_by, retry_of)
  SELECT $2, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
    allow_duet, allow_stitch, options, 'awaiting_upload', $3, id
  FROM publications WHERE id = $1 AND status = 'failed'
  ON CONFLICT (retry_of) DO NOTHING RETURNING id`;

/** Another attempt of a failed post: a publication of its own, since one publication is one post. */
@Injectable()
export class PublicationRetry {
  constructor(
    private readonly publications: PublicationsService,
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly links: UploadLinks,
    private readonly clock: Clock,
  ) {}

  /** Asked again, it answers the same attempt. @throws ConflictError for what has not failed */
  async retry(publishId: string, userId: string): Promise<RetryAnswer> {
    const failed = await this.publications.get(publishId);
    const kept = await this.keptFiles(failed);
    const attempt = await this.orgContext.transaction(async (em) => {
      const [made] = await queryRows<{ id: string }>(em, INSERT, [failed.id, newId(), userId]);
      if (made) await takeOver(em, failed, made.id, kept);
      const which = made ? { id: made.id } : { retryOf: failed.id };
      const row = await em.getRepository(Publication).findOneBy(which);
      return row && (await findWithMedia(em, row.id));
    });
    if (!attempt) throw notFailed();
    return this.answer(attempt, failed.id);
  }

  /** Names of its files whose bytes are still here, and will be. */
  private async keptFiles({ keepFilesUntil, media }: Publication): Promise<Set<string>> {
    const soon = this.clock.inSeconds(MARGIN_SECONDS);
    const names = media.flatMap(({ stagedFile }) => stagedFile ?? []);
    if (!keepFilesUntil || keepFilesUntil < soon) return new Set();
    const found = await Promise.all(
      names.map(async (name) => ((await this.staging.has(name)) ? [name] : [])),
    );
    return new Set(found.flat());
  }

  private answer({ id, organisationId, status, media }: Publication, retryOf: string): RetryAnswer {
    const missing = status === 'awaiting_upload' ? media.filter(isMissing) : [];
    const uploads = missing.map(({ id: mediaId, position }) => ({
      position,
      uploadUrl: this.links.create({ mediaId, organisationId }),
    }));
    return { publishId: id, retryOf, status, uploads };
  }
}

/** The files change hands: from now on the failed one has none. */
async function takeOver(
  em: EntityManager,
  failed: Publication,
  publicationId: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  const rows = em.getRepository(PublicationMedia);
  // As they are now: the journal or another call may have dropped them.
  const before = await rows.find({
    where: { publicationId: failed.id },
    order: { position: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const files = before.map((file) => copyOf(file, publicationId, kept));
  await rows.update({ publicationId: failed.id, stagedFile: In([...kept]) }, { stagedFile: null });
  await rows.insert(files);
  const missing = await rows.countBy({ publicationId, source: 'upload', stagedFile: IsNull() });
  if (missing === 0) await em.getRepository(Publication).update({ id: publicationId }, { status: 'ready' });
}

function copyOf(
  file: PublicationMedia,
  publicationId: string,
  kept: ReadonlySet<string>,
): Partial<PublicationMedia> {
  const isThere = file.source === 'url' || (file.stagedFile !== null && kept.has(file.stagedFile));
  return { ...file, ...(isThere ? {} : EMPTY), id: newId(), publicationId };
}

const EMPTY = { stagedFile: null, mediaType: null, sizeBytes: null, sha256: null, facts: null };

function isMissing({ source, stagedFile }: PublicationMedia): boolean {
  return source === 'upload' && stagedFile === null;
}

function notFailed(): ConflictError {
  return new ConflictError(
    'retry_not_failed',
    'Only what has failed can be tried again: nobody shall post twice what may be there. get-publish-status tells how far it is.',
  );
}
