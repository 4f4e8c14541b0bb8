import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError, UnsupportedMediaError } from '../../../common/index.js';
import { emptyUpload } from '../staged-file.js';
import { MediaIntake } from '../media-intake.js';
import type { ValidTicket } from '../upload-links.js';
import { tooLarge, UploadRules } from '../upload-rules.js';
import { ResumableUploads, underWay } from './resumable-uploads.js';
import { TusExchange } from './tus-exchange.js';
import { UploadCompletion } from './upload-completion.js';

export interface TusAnswer {
  status: number;
  headers: Record<string, string>;
}

/** Uploads by tus 1.0, at a signed link. Runs inside the link's organisation. */
@Injectable()
export class ResumableService {
  constructor(
    private readonly intake: MediaIntake,
    private readonly rules: UploadRules,
    private readonly uploads: ResumableUploads,
    private readonly completion: UploadCompletion,
    private readonly exchange: TusExchange,
  ) {}

  /**
   * A client whose last answer was lost asks HEAD: it is told so when the file has been taken.
   * @throws what an upload is refused for
   */
  async head({ mediaId }: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    await this.completion.complete(mediaId);
    const sizeBytes = await this.intake.takenBytes(mediaId);
    if (sizeBytes === undefined) {
      await this.intake.awaitedKind(mediaId);
      return await this.pass(request);
    }
    const size = String(sizeBytes);
    return {
      status: 200,
      headers: { 'upload-offset': size, 'upload-length': size, 'cache-control': 'no-store' },
    };
  }

  async create(ticket: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    const { mediaId, organisationId, expiresAt } = ticket;
    const kind = await this.intake.awaitedKind(mediaId);
    const length = Number(request.headers['upload-length']);
    const maxBytes = this.rules.maxBytes(organisationId, kind);
    if (length > maxBytes) throw tooLarge(maxBytes);
    if (length === 0) throw emptyUpload();
    // Before the tus server sees it: that would interrupt the upload that is under way.
    if (await this.uploads.find(mediaId)) throw underWay();
    if (Number.isSafeInteger(length) && length > 0)
      await this.uploads.begin(mediaId, kind, length, expiresAt);
    return await this.passOn(ticket, request);
  }

  async patch(ticket: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    await this.intake.awaitedKind(ticket.mediaId);
    return await this.passOn(ticket, request);
  }

  /** @throws ConflictError when the file has been taken */
  async remove({ mediaId }: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    await this.intake.awaitedKind(mediaId);
    return await this.pass(request);
  }

  private async passOn({ mediaId, expiresAt }: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    try {
      const answer = await this.pass(request);
      await this.completion.complete(mediaId);
      return { ...answer, headers: { ...answer.headers, 'upload-expires': expiresAt.toUTCString() } };
    } catch (error) {
      const cannotGoOn = error instanceof UnsupportedMediaError || request.method === 'POST';
      if (cannotGoOn && error instanceof DomainError) await this.uploads.end(mediaId);
      throw error;
    }
  }

  private async pass({ raw }: FastifyRequest): Promise<TusAnswer> {
    const { status, headers } = await this.exchange.answer(raw);
    // Whose pages may call is decided for all calls in one place.
    const own = [...headers].filter(([name]) => !name.startsWith('access-control-'));
    return { status, headers: Object.fromEntries(own) };
  }
}
