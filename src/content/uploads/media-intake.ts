import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { ConflictError, isId, NotFoundError, UnsupportedMediaError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, untilFree } from '../../database/index.js';
import { MediaFactsReader } from './media/media-facts-reader.js';
import { showsNothing, type MediaFacts } from '../post/media-facts.js';
import { checkedPost } from '../rules/checked-post.js';
import { findingsOfFile, type PostFindings } from '../rules/post-findings.js';
import { sayAll } from '../rules/post-problem.js';
import { PublicationMedia } from '../post/publication-media.entity.js';
import { Publication, type PostKind, type PublicationStatus } from '../post/publication.entity.js';
import { apply, TRANSITIONS } from '../post/transitions.js';
import type { StagedFile } from './staged-file.js';
import { UploadStager } from './staging/upload-stager.js';
import { StagingStore } from './staging-store.js';
import type { UploadTicket } from './upload-links.js';
import { UploadRules } from './upload-rules.js';

/** A staged file, and what it was found to be. */
export interface InspectedFile extends StagedFile {
  facts: MediaFacts | null;
}

/** A file that was taken, and how far its publication is with it. */
export interface TakenFile extends InspectedFile {
  publicationId: string;
  position: number;
  /** `ready` with the last of its files. A file in which there is nothing to show is not kept: it stays awaited. */
  status: PublicationStatus;
  /** Why TikTok would refuse it, and what it may do to it. */
  findings: PostFindings;
}

/** Gives uploaded bytes to the file of a publication that waits for them. Each file is taken once. */
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
   * Takes a stream to its end. When anything goes wrong the file is still awaited and nothing is kept.
   * @throws ConflictError when its bytes are there already, or what the stream throws
   */
  async receive(
    { mediaId, organisationId }: UploadTicket,
    source: (maxBytes: number) => AsyncIterable<Buffer>,
  ): Promise<TakenFile> {
    return await this.orgContext.runCall(organisationId, 'upload', async () => {
      const kind = await this.awaitedKind(mediaId);
      const maxBytes = this.rules.maxBytes(organisationId, kind);
      return await this.attach(mediaId, await this.stager.stage(source(maxBytes), kind, maxBytes));
    });
  }

  /**
   * The same inside an organisation, for bytes that have arrived before and whose room is taken.
   * @throws UnsupportedMediaError also for a file in which there is nothing to show: tus has no answer that could say so
   */
  async assemble(mediaId: string, source: Readable, sizeBytes: number): Promise<TakenFile> {
    const kind = await this.awaitedKind(mediaId);
    const taken = await this.attach(mediaId, await this.stager.stageReserved(source, kind, sizeBytes));
    const [problem] = taken.findings.problems;
    if (problem && showsNothing(taken.facts))
      throw new UnsupportedMediaError(problem.rule, sayAll([problem]));
    return taken;
  }

  /** @returns the size of a file that was taken, also when its bytes are gone again; undefined while it is awaited */
  async takenBytes(mediaId: string): Promise<number | undefined> {
    if (!isId(mediaId)) return undefined;
    const media = await this.orgContext.transaction((em) =>
      em.getRepository(PublicationMedia).findOneBy({ id: mediaId }),
    );
    return media?.sizeBytes ?? undefined;
  }

  /**
   * Of two uploads at once the first to finish wins; the bytes of the other are removed.
   * @throws ConflictError for the other
   */
  private async attach(mediaId: string, staged: StagedFile): Promise<TakenFile> {
    const inspected = { ...staged, facts: await this.facts.read(staged) };
    const taken = await untilFree(() =>
      this.orgContext.transaction((em) => this.give(em, mediaId, inspected)),
    );
    if (taken && !showsNothing(taken.facts)) return taken;
    await this.staging.remove(staged.name);
    if (taken) return taken;
    await this.awaitedKind(mediaId);
    throw alreadyUploaded();
  }

  private async give(
    em: EntityManager,
    mediaId: string,
    staged: InspectedFile,
  ): Promise<TakenFile | undefined> {
    const media = await em.getRepository(PublicationMedia).findOneBy({ id: mediaId });
    if (!media) throw unknownUpload();
    const { publicationId, position } = media;
    const publications = em.getRepository(Publication);
    // Locked: of the last two files that arrive at once, one must see that nothing is missing any more.
    const waiting = await publications.findOne({
      where: { id: publicationId, status: 'awaiting_upload' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!waiting || !(await setFile(em, mediaId, staged))) return undefined;
    const isKept = !showsNothing(staged.facts);
    const missing = await em
      .getRepository(PublicationMedia)
      .countBy({ publicationId, source: 'upload', stagedFile: IsNull() });
    const post = checkedPost(waiting, waiting.route ?? 'open_api', [{ ...staged, position }]);
    const findings = findingsOfFile(post, { audited: this.config.tiktok.audited }, position);
    const taken = { ...staged, publicationId, position, findings };
    if (missing > 0 || !isKept) return { ...taken, status: 'awaiting_upload' };
    await apply(em, TRANSITIONS.completeFiles, { id: publicationId });
    return { ...taken, status: 'ready' };
  }

  /** @throws NotFoundError or ConflictError when the file is not awaited */
  async awaitedKind(mediaId: string): Promise<PostKind> {
    const awaited = await this.whatFor(mediaId);
    if (awaited instanceof Error) throw awaited;
    return awaited;
  }

  /** @returns the kind of the post that awaits the file, or why none does */
  private async whatFor(mediaId: string): Promise<PostKind | Error> {
    if (!isId(mediaId)) return unknownUpload();
    return await this.orgContext.transaction(async (em) => {
      const media = await em.getRepository(PublicationMedia).findOneBy({ id: mediaId });
      if (!media) return unknownUpload();
      const { status, failCode, kind } = await em
        .getRepository(Publication)
        .findOneByOrFail({ id: media.publicationId });
      if (failCode === 'upload_expired') return expired();
      if (status === 'cancelled') return cancelled();
      return status !== 'awaiting_upload' || media.stagedFile ? alreadyUploaded() : kind;
    });
  }
}

/** Of a file that is not kept only its facts stay, so that people can see what was wrong with it. */
async function setFile(em: EntityManager, id: string, staged: InspectedFile): Promise<boolean> {
  const { name, sizeBytes, sha256, mediaType, facts } = staged;
  const file = showsNothing(facts) ? {} : { stagedFile: name, sizeBytes, sha256, mediaType };
  const { affected } = await em
    .getRepository(PublicationMedia)
    .update({ id, stagedFile: IsNull() }, { ...file, facts });
  return affected === 1;
}

function unknownUpload(): NotFoundError {
  return new NotFoundError(
    'unknown_publication',
    'There is no publication any more that this upload URL is for.',
  );
}

function alreadyUploaded(): ConflictError {
  return new ConflictError(
    'upload_already_received',
    'This publication has its file already: publish it, or start a new one.',
  );
}

function cancelled(): ConflictError {
  return new ConflictError(
    'publication_cancelled',
    'This publication was cancelled and takes no file any more: start a new one.',
  );
}

function expired(): ConflictError {
  return new ConflictError(
    'upload_expired',
    'This publication has expired without its file: start a new one.',
  );
}
