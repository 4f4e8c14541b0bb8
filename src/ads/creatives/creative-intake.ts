import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError } from '../../common/index.js';
import { isCut, PublicationFiles, tooLarge, VerifiedUrls } from '../../content/index.js';
import { AdAccountAccess } from '../../integrations/index.js';
import type { AdCreative, CreativeKind } from './ad-creative.entity.js';
import { MAX_CREATIVE_BYTES } from './creative-formats.js';
import { assertKind } from './creative-receiving.js';
import { CreativeStaging, type StagedCreative } from './creative-staging.js';
import { CreativeStore, type NewCreative } from './creative-store.js';
import type { CreativeFormQuery, NewCreativeDto } from './dto/new-creative.dto.js';
import { FormSource } from './form-source.js';
import { textOf } from './publication-ref.js';

// What a form adds to its file, with room to spare.
const FORM_BYTES = 1_000_000;
const CREATIVE_KIND = { video: 'video', photo: 'image' } as const;

/** Who asks for a creative, and of which kind. */
export interface CreativeRequest {
  kind: CreativeKind;
  userId: string | null;
}

/** Takes on new creatives. */
@Injectable()
export class CreativeIntake implements OnApplicationShutdown {
  private readonly active = new Set<Promise<unknown>>();

  constructor(
    private readonly access: AdAccountAccess,
    private readonly store: CreativeStore,
    private readonly staging: CreativeStaging,
    private readonly verified: VerifiedUrls,
    private readonly publications: PublicationFiles,
  ) {}

  /**
   * Takes on a file by its address or its publication, whose bytes the worker gets.
   * @throws ForbiddenError, InvalidInputError for the address, ConflictError if the publication's file is gone
   */
  async refer(body: NewCreativeDto, { kind, userId }: CreativeRequest): Promise<AdCreative> {
    const { accountId, url, publicationId, name } = body;
    const account = await this.access.find(accountId);
    if ((url === undefined) === (publicationId === undefined)) throw eitherOr();
    const creative = { account, kind, userId };
    if (url !== undefined) {
      this.assertVerified(url);
      return await this.store.createAwaiting({ ...creative, name: name ?? nameIn(url), source: 'url' }, url);
    }
    const file = await this.publications.file(publicationId ?? '');
    assertKind(kind, CREATIVE_KIND[file.kind]);
    const named = { ...creative, name: name ?? kind, source: 'publication' as const };
    return await this.store.createAwaiting(named, publicationId ?? '');
  }

  /**
   * Takes on all files of a publication: its video, or each of its photos.
   * @throws ForbiddenError; ConflictError if a file is gone
   */
  async referAll(
    { accountId, publicationId }: { accountId: string; publicationId: string },
    userId: string | null,
  ): Promise<AdCreative[]> {
    const account = await this.access.find(accountId);
    const { kind } = await this.publications.file(publicationId);
    const count = (await this.publications.facts(publicationId))?.fileCount ?? 1;
    const creative = { account, kind: CREATIVE_KIND[kind], userId, source: 'publication' as const };
    const made: AdCreative[] = [];
    for (let position = 0; position < count; position += 1) {
      const name = count === 1 ? creative.kind : `${creative.kind} ${position + 1}`;
      made.push(await this.store.createAwaiting({ ...creative, name }, textOf({ publicationId, position })));
    }
    return made;
  }

  /** Receives a file. On any error nothing is kept. @returns the creative of the same bytes, if the account has one */
  async receive(
    request: FastifyRequest,
    query: CreativeFormQuery,
    asked: CreativeRequest,
  ): Promise<AdCreative> {
    const receipt = this.stage(request, query, asked);
    this.active.add(receipt);
    try {
      return await receipt;
    } catch (error) {
      throw isCut(error) ? interrupted() : error;
    } finally {
      this.active.delete(receipt);
    }
  }

  /** Waits until interrupted uploads are cleaned up. The connections are already closed. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.active);
  }

  private async stage(
    request: FastifyRequest,
    query: CreativeFormQuery,
    { kind, userId }: CreativeRequest,
  ): Promise<AdCreative> {
    assertSize(request, kind);
    // Refused before the first byte, if the query names it.
    if (query.accountId !== undefined) await this.access.find(query.accountId);
    const form = new FormSource(request, query, (accountId) => this.access.find(accountId));
    const staged = await this.staging.stage(kind, form.bytes());
    const { account, name = kind } = form;
    if (!account) throw new Error('the form had no account');
    return await this.kept({ account, kind, name, source: 'upload', userId }, staged);
  }

  private async kept(creative: NewCreative, staged: StagedCreative): Promise<AdCreative> {
    const { kind, account } = creative;
    try {
      const same = await this.store.sameBytes({ accountId: account.accountId, kind, md5: staged.md5 });
      if (!same) return await this.store.createStaged(creative, staged);
      await this.staging.remove(staged.stagedFile);
      return same;
    } catch (error) {
      await this.staging.remove(staged.stagedFile);
      throw error;
    }
  }

  private assertVerified(url: string): void {
    const problem = this.verified.check(url);
    if (!problem) return;
    throw new InvalidInputError(
      `The service cannot fetch from this URL: it ${problem.message}.`,
      [{ field: 'url', message: problem.message }],
      problem.code,
    );
  }
}

/** Refuses what the client announces, before it is sent. @throws TooLargeError */
function assertSize({ headers }: FastifyRequest, kind: CreativeKind): void {
  const most = MAX_CREATIVE_BYTES[kind];
  if (Number(headers['content-length'] ?? 0) > most + FORM_BYTES) throw tooLarge(most);
}

/** Returns the last part of the path, which is a file's name at most addresses. */
function nameIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '').slice(0, 100) || 'file';
}

function eitherOr(): InvalidInputError {
  const message = 'is needed, and not both: the file by its url, or by its publicationId';
  return new InvalidInputError(
    'Give the file by exactly one of url and publicationId, or send it as multipart/form-data.',
    [{ field: 'url', message }],
  );
}

function interrupted(): InvalidInputError {
  return new InvalidInputError(
    'The connection closed before the whole file had arrived. Upload it again.',
    [{ field: 'file', message: 'is incomplete; upload it again' }],
    'upload_cut',
  );
}
