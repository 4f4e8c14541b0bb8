import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError, UnsupportedMediaError } from '../../../common/index.js';
import { emptyUpload } from '../staging/staged-file.js';
import { MediaIntake } from '../media-intake.js';
import type { ValidTicket } from '../upload-links.js';
import { tooLarge, UploadRules } from '../upload-rules.js';
import { UploadProgress, alreadyInProgress } from './upload-progress.js';
import { TusServer } from './tus-server.js';
import { UploadCompletion } from './upload-completion.js';

export interface TusAnswer {
  status: number;
  headers: Record<string, string>;
}

/** Handles tus 1.0 uploads at a signed link. Runs inside the link's organisation. */
@Injectable()
export class ResumableService {
  constructor(
    private readonly intake: MediaIntake,
    private readonly rules: UploadRules,
    private readonly uploads: UploadProgress,
    private readonly completion: UploadCompletion,
    private readonly exchange: TusServer,
  ) {}

  /**
   * Returns the offset, also after the upload has completed, for clients that missed the last response.
   * @throws DomainError when the upload was rejected
   */
  async head({ mediaId }: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    await this.completion.complete(mediaId);
    const sizeBytes = await this.intake.receivedBytes(mediaId);
    if (sizeBytes === undefined) {
      await this.intake.expectedKind(mediaId);
      return await this.forward(request);
    }
    const size = String(sizeBytes);
    return {
      status: 200,
      headers: { 'upload-offset': size, 'upload-length': size, 'cache-control': 'no-store' },
    };
  }

  async create(ticket: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    const { mediaId, organisationId, expiresAt } = ticket;
    const kind = await this.intake.expectedKind(mediaId);
    const length = Number(request.headers['upload-length']);
    const maxBytes = this.rules.maxBytes(organisationId, kind);
    if (length > maxBytes) throw tooLarge(maxBytes);
    if (length === 0) throw emptyUpload();
    // Checked first: the tus server would interrupt the upload in progress.
    if (await this.uploads.find(mediaId)) throw alreadyInProgress();
    if (Number.isSafeInteger(length) && length > 0)
      await this.uploads.begin(mediaId, kind, length, expiresAt);
    return await this.forwardAndComplete(ticket, request);
  }

  async patch(ticket: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    await this.intake.expectedKind(ticket.mediaId);
    return await this.forwardAndComplete(ticket, request);
  }

  /** @throws ConflictError when the file was already received */
  async remove({ mediaId }: ValidTicket, request: FastifyRequest): Promise<TusAnswer> {
    await this.intake.expectedKind(mediaId);
    return await this.forward(request);
  }

  private async forwardAndComplete(
    { mediaId, expiresAt }: ValidTicket,
    request: FastifyRequest,
  ): Promise<TusAnswer> {
    try {
      const answer = await this.forward(request);
      await this.completion.complete(mediaId);
      return { ...answer, headers: { ...answer.headers, 'upload-expires': expiresAt.toUTCString() } };
    } catch (error) {
      const cannotResume = error instanceof UnsupportedMediaError || request.method === 'POST';
      if (cannotResume && error instanceof DomainError) await this.uploads.end(mediaId);
      throw error;
    }
  }

  private async forward({ raw }: FastifyRequest): Promise<TusAnswer> {
    const { status, headers } = await this.exchange.answer(raw);
    // CORS is handled in src/http/cors.ts.
    const own = [...headers].filter(([name]) => !name.startsWith('access-control-'));
    return { status, headers: Object.fromEntries(own) };
  }
}
