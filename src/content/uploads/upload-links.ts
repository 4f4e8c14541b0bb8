import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, ForbiddenError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';

/** What an upload link allows: to send the bytes of this file of a publication. */
export interface UploadTicket {
  mediaId: string;
  organisationId: string;
}

/** Signed links to which a video may be sent without a JWT, until they expire. */
@Injectable()
export class UploadLinks {
  private readonly keys: Buffer[];

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    // Derived from the encryption keys, so that rotating those keeps links valid and no further secret is needed.
    this.keys = config.encryptionKeys.map(({ key }) =>
      Buffer.from(hkdfSync('sha256', key, '', 'upload links', 32)),
    );
  }

  create(ticket: UploadTicket): string {
    const expires = String(
      Math.floor(this.clock.inSeconds(this.config.uploads.urlTtlSeconds).getTime() / 1000),
    );
    const url = new URL(`/uploads/${ticket.mediaId}`, this.config.http.publicUrl);
    url.searchParams.set('org', ticket.organisationId);
    url.searchParams.set('expires', expires);
    url.searchParams.set('signature', this.signatures(ticket, expires)[0]?.toString('base64url') ?? '');
    return url.href;
  }

  /** @throws ForbiddenError when the link was not made here, was altered, or has expired */
  verify(mediaId: string, query: Record<string, unknown>): UploadTicket {
    const { org, expires, signature } = query;
    if (typeof org !== 'string' || typeof expires !== 'string' || typeof signature !== 'string')
      throw refused();
    const ticket = { mediaId, organisationId: org };
    const given = Buffer.from(signature, 'base64url');
    const valid = this.signatures(ticket, expires).some(
      (one) => one.length === given.length && timingSafeEqual(one, given),
    );
    if (!valid) throw refused();
    if (Number(expires) * 1000 < this.clock.now().getTime()) {
      throw new ForbiddenError(
        'upload_url_expired',
        'The upload URL has expired: start again with init-video-upload.',
      );
    }
    return ticket;
  }

  private signatures({ mediaId, organisationId }: UploadTicket, expires: string): Buffer[] {
    const message = JSON.stringify([mediaId, organisationId, expires]);
    return this.keys.map((key) => createHmac('sha256', key).update(message).digest());
  }
}

function refused(): ForbiddenError {
  return new ForbiddenError(
    'upload_url_invalid',
    'The upload URL is not valid: use it exactly as init-video-upload answered it.',
  );
}
