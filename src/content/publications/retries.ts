import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock, ConflictError, newId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { StagingStore } from '../uploads/staging/staging-store.js';
import { MissingUploads } from './missing-uploads.js';
import type { RetryAnswer } from './dto/retry-answer.view.js';
import { findWithMedia, PublicationReader } from '../post/publication-reader.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { Publication } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import { UnfinishedPosts } from './unfinished-posts.js';

// Do not rely on files that the janitor is about to remove.
const MARGIN_SECONDS = 60;

// The unique column `retry_of` lets one of two simultaneous calls win. The lock is for a report from TikTok about the earlier
// attempt that arrives right now: whichever commits first wins.
const INSERT = `
  INSERT INTO publications (id, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
    allow_duet, allow_stitch, options, status, created_by, retry_of)
  SELECT $2, organisation_id, integration_id, kind, mode, title, caption, privacy_level, allow_comment,
    allow_duet, allow_stitch, options, 'awaiting_upload', $3, id
  FROM publications WHERE id = $1 AND status = $4 FOR UPDATE
  ON CONFLICT (retry_of) DO NOTHING RETURNING id`;

/** Retries a post as a new publication, because one publication is one post. Each has at most one retry. */
@Injectable()
export class Retries {
  constructor(
    private readonly publications: PublicationReader,
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly uploads: MissingUploads,
    private readonly clock: Clock,
    private readonly unfinished: UnfinishedPosts,
  ) {}

  /** Called again, it returns the same retry. @throws ConflictError unless the publication has failed */
  async retry(publishId: string, userId: string): Promise<RetryAnswer> {
    const failed = await this.publications.get(publishId);
    const retry = await this.after(failed, 'failed', userId);
    if (retry) return retry;
    throw new ConflictError(
      'retry_not_failed',
      'Only failed publications can be retried. Check the status of this one first.',
    );
  }

  /**
   * Called again, it returns the same retry.
   * @param status that the publication must still have
   * @param alongside more changes for the transaction that creates the retry
   * @returns undefined if the status has changed and there is no retry
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
      // A retry of an unknown outcome is published at once, so it does not count as unfinished.
      if (made && status === 'failed') await this.unfinished.assertRoom(em);
      if (made) await alongside?.(em);
      const which = made ? { id: made.id } : { retryOf: publication.id };
      const row = await em.getRepository(Publication).findOneBy(which);
      return row && (await findWithMedia(em, row.id));
    });
    return attempt ? this.answer(attempt, publication.id) : undefined;
  }

  /** Names the files whose bytes are stored and stay so for long enough. */
  private async keptFiles({ status, keepFilesUntil, media }: Publication): Promise<Set<string>> {
    const soon = this.clock.inSeconds(MARGIN_SECONDS);
    const names = media.flatMap(({ stagedFile }) => stagedFile ?? []);
    if (status === 'failed' && (!keepFilesUntil || keepFilesUntil < soon)) return new Set();
    const found = await Promise.all(
      names.map(async (name) => ((await this.staging.has(name)) ? [name] : [])),
    );
    return new Set(found.flat());
  }

  private answer(attempt: Publication, retryOf: string): RetryAnswer {
    const { id, status } = attempt;
    return { publishId: id, retryOf, status, uploads: this.uploads.of(attempt) };
  }
}

/** Moves the files to the retry: the earlier attempt has none from now on. */
async function takeOver(
  em: EntityManager,
  previous: Publication,
  publicationId: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  const rows = em.getRepository(PublicationMedia);
  // Read them again: the journal or another call may have dropped them.
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
