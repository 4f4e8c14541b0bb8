import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock, newId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { StagingStore } from '../uploads/staging/staging-store.js';
import { UploadLinks } from '../uploads/upload-links.js';
import type { RetryAnswer } from './dto/retry-answer.view.js';
import { findWithMedia } from '../post/find-with-media.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { Publication } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { UnfinishedPosts } from './unfinished-posts.js';

// The janitor removes files a moment after their time: what is that close to it is not counted on.
const MARGIN_SECONDS = 60;

// At most one attempt follows each: the unique column decides between two that ask at once. Locked, because TikTok may be
// telling right now what became of the one before: of that and of the attempt the first wins.
const INSERT = `
  INSERT INTO publications (id, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
    allow_duet, allow_stitch, options, status, created_by, retry_of)
  SELECT $2, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
    allow_duet, allow_stitch, options, 'awaiting_upload', $3, id
  FROM publications WHERE id = $1 AND status = $4 FOR UPDATE
  ON CONFLICT (retry_of) DO NOTHING RETURNING id`;

/** Another attempt of a post: a publication of its own, since one publication is one post. At most one follows each. */
@Injectable()
export class NextAttempts {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly links: UploadLinks,
    private readonly clock: Clock,
    private readonly unfinished: UnfinishedPosts,
  ) {}

  /**
   * Asked again, it answers the same attempt.
   * @param publication which must have this status still
   * @param alongside what else becomes true with a new attempt, in its transaction
   * @returns undefined when it has another status, and no attempt follows it
   */
  async after(
    publication: Publication,
    status: 'failed' | 'unknown',
    userId: string,
    alongside?: (em: EntityManager) => Promise<void>,
  ): Promise<RetryAnswer | undefined> {
    const kept = await this.keptFiles(publication);
    const attempt = await this.orgContext.transaction(async (em) => {
      const values = [publication.id, newId(), userId, status];
      const [made] = await queryRows<{ id: string }>(em, INSERT, values);
      if (made) await takeOver(em, publication, made.id, kept);
      // An attempt after an unknown one leaves at once, so it takes no place.
      if (made && status === 'failed') await this.unfinished.assertRoom(em);
      if (made) await alongside?.(em);
      const which = made ? { id: made.id } : { retryOf: publication.id };
      const row = await em.getRepository(Publication).findOneBy(which);
      return row && (await findWithMedia(em, row.id));
    });
    return attempt ? this.answer(attempt, publication.id) : undefined;
  }

  /** Names of its files whose bytes are still here, and will be. */
  private async keptFiles({ status, keepFilesUntil, media }: Publication): Promise<Set<string>> {
    const soon = this.clock.inSeconds(MARGIN_SECONDS);
    const names = media.flatMap(({ stagedFile }) => stagedFile ?? []);
    if (status === 'failed' && (!keepFilesUntil || keepFilesUntil < soon)) return new Set();
    const found = await Promise.all(
      names.map(async (name) => ((await this.staging.has(name)) ? [name] : [])),
    );
    return new Set(found.flat());
  }

  private answer({ id, organisationId, status, media }: Publication, retryOf: string): RetryAnswer {
    const missing = status === 'awaiting_upload' ? media.filter(isMissing) : [];
    const uploads = missing.map(({ id: mediaId, position }) => {
      const { uploadUrl, tusUrl } = this.links.urls({ mediaId, organisationId });
      return { position, uploadUrl, tusUrl };
    });
    return { publishId: id, retryOf, status, uploads };
  }
}

/** The files change hands: from now on the one before has none. */
async function takeOver(
  em: EntityManager,
  previous: Publication,
  publicationId: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  const rows = em.getRepository(PublicationMedia);
  // As they are now: the journal or another call may have dropped them.
  const before = await rows.find({
    where: { publicationId: previous.id },
    order: { position: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const files = before.map((file) => copyOf(file, publicationId, kept));
  await rows.update({ publicationId: previous.id, stagedFile: In([...kept]) }, { stagedFile: null });
  await rows.insert(files);
  const missing = await rows.countBy({ publicationId, source: 'upload', stagedFile: IsNull() });
  if (missing === 0) await apply(em, TRANSITIONS.completeFiles, { id: publicationId });
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
