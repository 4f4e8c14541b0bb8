import { Injectable } from '@nestjs/common';
import { Clock, ForbiddenError, LinkSigner } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { UploadRules } from './upload-rules.js';

/** What an upload link allows: to send the bytes of this file of a publication. */
export interface UploadTicket {
  mediaId: string;
  organisationId: string;
}

/** Signed links to which a video may be sent without a JWT, until they expire. */
@Injectable()
export class UploadLinks {
  private readonly signer: LinkSigner;

  constructor(
    private readonly config: AppConfig,
    private readonly rules: UploadRules,
    private readonly clock: Clock,
  ) {
    this.signer = new LinkSigner(config.encryptionKeys, 'upload links');
  }

  create(ticket: UploadTicket): string {
    const expires = String(
      Math.floor(this.clock.inSeconds(this.rules.of(ticket.organisationId).urlTtlSeconds).getTime() / 1000),
    );
    const url = new URL(`/uploads/${ticket.mediaId}`, this.config.http.publicUrl);
    url.searchParams.set('org', ticket.organisationId);
    url.searchParams.set('expires', expires);
    url.searchParams.set('signature', this.signer.sign(signedParts(ticket, expires)));
    return url.href;
  }

  /** @throws ForbiddenError when the link was not made here, was altered, or has expired */
  verify(mediaId: string, query: Record<string, unknown>): UploadTicket {
    const { org, expires, signature } = query;
    if (typeof org !== 'string' || typeof expires !== 'string' || typeof signature !== 'string')
      throw refused();
    const ticket = { mediaId, organisationId: org };
    if (!this.signer.verifies(signedParts(ticket, expires), signature)) throw refused();
    if (Number(expires) * 1000 < this.clock.now().getTime()) {
      throw new ForbiddenError(
        'upload_url_expired',
        'The upload URL has expired: start again with init-video-upload.',
      );
    }
    return ticket;
  }
}

function signedParts({ mediaId, organisationId }: UploadTicket, expires: string): string[] {
  return [mediaId, organisationId, expires];
}

function refused(): ForbiddenError {
  return new ForbiddenError(
    'upload_url_invalid',
    'The upload URL is not valid: use it exactly as init-video-upload answered it.',
  );
}
