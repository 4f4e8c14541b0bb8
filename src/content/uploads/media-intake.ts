import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { ConflictError, isId, NotFoundError, UnsupportedMediaError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, untilFree } from '../../database/index.js';
import { MediaFactsReader } from './media/media-facts-reader.js';
import type { MediaFacts } from '../post/media-facts.js';
import { isUnusable } from '../rules/damage-rules.js';
import { checkedPost } from '../rules/checked-post.js';
import { findingsOfFile, type PostFindings } from '../rules/post-findings.js';
import { describeProblems } from '../rules/post-problem.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { Publication, type PostKind, type PublicationStatus } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import type { StagedFile } from './staging/staged-file.js';
import { UploadStager } from './staging/upload-stager.js';
import { StagingStore } from './staging/staging-store.js';
import type { UploadTicket } from './upload-links.js';
import { UploadRules } from './upload-rules.js';

/** A staged file with its facts. */
export interface InspectedFile extends StagedFile {
  facts: MediaFacts | null;
}

/** A received file, with the resulting status of its publication. */
export interface ReceivedFile extends InspectedFile {
  publicationId: string;
  position: number;
  /** `ready` after the last file. An unusable file is not kept, so the status stays `awaiting_upload`. */
  status: PublicationStatus;
  /** Problems and warnings about the file. */
  findings: PostFindings;
}

/** Attaches uploaded bytes to a publication that waits for them. Each file is received once. */
@Injectable()
export class MediaIntake {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly rules: UploadRules,
    private readonly stager: UploadStager,
    private readonly staging: StagingStore,
    private readonly facts: MediaFactsReader,
    private readonly config: AppConfig,
  ) {}

  /**
   * Receives a file. On any error nothing is kept, and the upload can be retried.
   * @throws ConflictError when the file was already received, or what the stream throws
   */
  async receive(
    { mediaId, organisationId }: UploadTicket,
    source: (maxBytes: number) => AsyncIterable<Buffer>,
  ): Promise<ReceivedFile> {
    return await this.orgContext.runCall(organisationId, 'upload', async () => {
      const kind = await this.expectedKind(mediaId);
      const maxBytes = this.rules.maxBytes(organisationId, kind);
      return await this.attach(mediaId, await this.stager.stage(source(maxBytes), kind, maxBytes));
    });
  }

  /**
   * Receives a file whose bytes and quota are already stored. Runs inside an organisation.
   * @throws UnsupportedMediaError also for an unusable file, because a tus response has no body for problems
   */
  async assemble(mediaId: string, source: Readable, sizeBytes: number): Promise<ReceivedFile> {
    const kind = await this.expectedKind(mediaId);
    const received = await this.attach(mediaId, await this.stager.stageReserved(source, kind, sizeBytes));
    const [problem] = received.findings.problems;
    if (problem && isUnusable(received.facts))
      throw new UnsupportedMediaError(problem.rule, describeProblems([problem]));
    return received;
  }

  /** @returns the size of a received file, even after its bytes were deleted; undefined while it is awaited */
  async receivedBytes(mediaId: string): Promise<number | undefined> {
    if (!isId(mediaId)) return undefined;
    const media = await this.orgContext.transaction((em) =>
      em.getRepository(PublicationMedia).findOneBy({ id: mediaId }),
    );
    return media?.sizeBytes ?? undefined;
  }

  /**
   * Attaches a staged file. Of two concurrent uploads the first to finish wins; the other is deleted.
   * @throws ConflictError for the other upload
   */
  private async attach(mediaId: string, staged: StagedFile): Promise<ReceivedFile> {
    const inspected = { ...staged, facts: await this.facts.read(staged) };
    const received = await untilFree(() =>
      this.orgContext.transaction((em) => this.record(em, mediaId, inspected)),
    );
    if (received && !isUnusable(received.facts)) return received;
    await this.staging.remove(staged.name);
    if (received) return received;
    await this.expectedKind(mediaId);
    throw alreadyReceived();
  }

  private async record(
    em: EntityManager,
    mediaId: string,
    staged: InspectedFile,
  ): Promise<ReceivedFile | undefined> {
    const media = await em.getRepository(PublicationMedia).findOneBy({ id: mediaId });
    if (!media) throw publicationGone();
    const { publicationId, position } = media;
    const publications = em.getRepository(Publication);
    // The lock makes sure that one of two concurrent last files sees that none is missing.
    const waiting = await publications.findOne({
      where: { id: publicationId, status: 'awaiting_upload' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!waiting || !(await setFile(em, mediaId, staged))) return undefined;
    const isKept = !isUnusable(staged.facts);
    const missing = await em
      .getRepository(PublicationMedia)
      .countBy({ publicationId, source: 'upload', stagedFile: IsNull() });
    const post = checkedPost(waiting, waiting.route ?? 'open_api', [{ ...staged, position }]);
    const findings = findingsOfFile(post, { audited: this.config.tiktok.audited }, position);
    const received = { ...staged, publicationId, position, findings };
    if (missing > 0 || !isKept) return { ...received, status: 'awaiting_upload' };
    await apply(em, TRANSITIONS.completeFiles, { id: publicationId });
    return { ...received, status: 'ready' };
  }

  /** @returns the kind of the post. @throws NotFoundError or ConflictError when the file is not awaited */
  async expectedKind(mediaId: string): Promise<PostKind> {
    const awaited = await this.expectation(mediaId);
    if (awaited instanceof Error) throw awaited;
    return awaited;
  }

  /** @returns the kind of the post that awaits the file, or the reason why none does */
  private async expectation(mediaId: string): Promise<PostKind | Error> {
    if (!isId(mediaId)) return publicationGone();
    return await this.orgContext.transaction(async (em) => {
      const media = await em.getRepository(PublicationMedia).findOneBy({ id: mediaId });
      if (!media) return publicationGone();
      const { status, failCode, kind } = await em
        .getRepository(Publication)
        .findOneByOrFail({ id: media.publicationId });
      if (failCode === 'upload_expired') return expired();
      if (status === 'cancelled') return cancelled();
      return status !== 'awaiting_upload' || media.stagedFile ? alreadyReceived() : kind;
    });
  }
}

/** Stores a file. Of an unusable one it stores only the facts, so that users can see what is wrong. */
async function setFile(em: EntityManager, id: string, staged: InspectedFile): Promise<boolean> {
  const { name, sizeBytes, sha256, mediaType, facts } = staged;
  const file = isUnusable(facts) ? {} : { stagedFile: name, sizeBytes, sha256, mediaType };
  const { affected } = await em
    .getRepository(PublicationMedia)
    .update({ id, stagedFile: IsNull() }, { ...file, facts });
  return affected === 1;
}

function publicationGone(): NotFoundError {
  return new NotFoundError('unknown_publication', 'This upload link’s publication no longer exists.');
}

function alreadyReceived(): ConflictError {
  return new ConflictError(
    'upload_already_received',
    'This file has already been uploaded. Publish the post, or create a new one.',
  );
}

function cancelled(): ConflictError {
  return new ConflictError(
    'publication_cancelled',
    'This publication was cancelled and no longer accepts files. Create a new one.',
  );
}

function expired(): ConflictError {
  return new ConflictError(
    'upload_expired',
    'This publication expired before all files were uploaded. Create a new one.',
  );
}
