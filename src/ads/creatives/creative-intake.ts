import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError, validationPipe } from '../../common/index.js';
import { isCut, multipartFile, PublicationFiles, VerifiedUrls } from '../../content/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import type { AdCreative, CreativeKind } from './ad-creative.entity.js';
import { assertKind } from './creative-receiving.js';
import { CreativeStaging } from './creative-staging.js';
import { CreativeStore } from './creative-store.js';
import { CreativeFormQuery, NewCreativeDto } from './dto/new-creative.dto.js';

const FORM = validationPipe();

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
    const creative = { account, kind, userId, name: name ?? (url === undefined ? kind : nameIn(url)) };
    if (url !== undefined) {
      this.assertVerified(url);
      return await this.store.createAwaiting({ ...creative, source: 'url' }, url);
    }
    const file = await this.publications.first(publicationId ?? '');
    assertKind(kind, file.kind === 'photo' ? 'image' : 'video');
    return await this.store.createAwaiting({ ...creative, source: 'publication' }, publicationId ?? '');
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
    const form = new FormSource(request, query, (accountId) => this.access.find(accountId));
    if (query.accountId !== undefined) await form.prepare();
    const staged = await this.staging.stage(kind, form.bytes());
    const { account, name = kind } = form;
    if (!account) throw new Error('the form had no account');
    const same = await this.store.sameBytes({ accountId: account.accountId, kind, md5: staged.md5 });
    if (!same)
      return await this.store.createStaged({ account, kind, name, source: 'upload', userId }, staged);
    await this.staging.remove(staged.stagedFile);
    return same;
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

/** The file of a form, with the account and the name that come before it. */
class FormSource {
  account: AdAccountRef | undefined;
  name: string | undefined;
  private readonly fields = new Map<string, string>();

  constructor(
    private readonly request: FastifyRequest,
    private readonly query: CreativeFormQuery,
    private readonly find: (accountId: string) => Promise<AdAccountRef>,
  ) {}

  /** Finds the account before the first byte is stored. */
  async *bytes(): AsyncGenerator<Buffer> {
    for await (const part of multipartFile(this.request, this.fields)) {
      await this.prepare();
      yield part;
    }
  }

  async prepare(): Promise<void> {
    if (this.account) return;
    const fields = { ...this.query, ...Object.fromEntries(this.fields) };
    const given = { accountId: fields.accountId, name: fields.name };
    const metatype = CreativeFormQuery;
    const { accountId, name } = (await FORM.transform(given, {
      type: 'body',
      metatype,
    })) as CreativeFormQuery;
    if (accountId === undefined) throw accountMissing();
    this.account = await this.find(accountId);
    this.name = name;
  }
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

function accountMissing(): InvalidInputError {
  const message = 'is missing; send it in the query, or as a field before the file';
  return new InvalidInputError('The form names no ad account.', [{ field: 'accountId', message }]);
}

function interrupted(): InvalidInputError {
  return new InvalidInputError(
    'The connection closed before the whole file had arrived. Upload it again.',
    [{ field: 'file', message: 'is incomplete; upload it again' }],
    'upload_cut',
  );
}
