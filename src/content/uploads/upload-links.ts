import { Injectable } from '@nestjs/common';
import { Clock, ForbiddenError, LinkSigner } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { UploadRules } from './upload-rules.js';

/** What an upload link allows: to send the bytes of this file of a publication. */
export interface UploadTicket {
  mediaId: string;
  organisationId: string;
}

/** A ticket that was shown. */
export interface ValidTicket extends UploadTicket {
  expiresAt: Date;
  /** When a request that has begun in time must be over, however slowly its bytes come. */
  endsAt: Date;
}

/** `whole`: in one request. `resumable`: by tus. A link of one is not valid for the other. */
export type LinkForm = 'whole' | 'resumable';

const PATHS = { whole: '', resumable: '/tus' };
const PURPOSES = { whole: 'upload links', resumable: 'resumable upload links' };

/** Signed links to which a file may be sent without a JWT, until they expire. */
@Injectable()
export class UploadLinks {
  private readonly signers: Record<LinkForm, LinkSigner>;

  constructor(
    private readonly config: AppConfig,
    private readonly rules: UploadRules,
    private readonly clock: Clock,
  ) {
    const signer = (form: LinkForm) => new LinkSigner(config.encryptionKeys, PURPOSES[form]);
    this.signers = { whole: signer('whole'), resumable: signer('resumable') };
  }

  /** Both ways to send a file. */
  urls(ticket: UploadTicket): { uploadUrl: string; tusUrl: string } {
    return { uploadUrl: this.create(ticket, 'whole'), tusUrl: this.create(ticket, 'resumable') };
  }

  /** @throws ForbiddenError when the link was not made here, was altered, or has expired */
  verify(mediaId: string, query: Record<string, unknown>, form: LinkForm): ValidTicket {
    const { org, expires, signature } = query;
    if (typeof org !== 'string' || typeof expires !== 'string' || typeof signature !== 'string')
      throw refused();
    const ticket = { mediaId, organisationId: org };
    if (!this.signers[form].verifies(signedParts(ticket, expires), signature)) throw refused();
    const expiresAt = new Date(Number(expires) * 1000);
    if (expiresAt < this.clock.now()) {
      throw new ForbiddenError(
        'upload_url_expired',
        'The upload link has expired. Start a new post and upload the file there.',
      );
    }
    return { ...ticket, expiresAt, endsAt: form === 'resumable' ? expiresAt : this.endOf(ticket, expiresAt) };
  }

  /** A whole file cannot go on elsewhere, so it may take as long as a resumable one. */
  private endOf({ organisationId }: UploadTicket, expiresAt: Date): Date {
    return new Date(expiresAt.getTime() + this.rules.of(organisationId).resumeSeconds * 1000);
  }

  private create(ticket: UploadTicket, form: LinkForm): string {
    const { urlTtlSeconds, resumeSeconds } = this.rules.of(ticket.organisationId);
    const seconds = form === 'whole' ? urlTtlSeconds : resumeSeconds;
    const expires = String(Math.floor(this.clock.inSeconds(seconds).getTime() / 1000));
    const url = new URL(`/uploads/${ticket.mediaId}${PATHS[form]}`, this.config.http.publicUrl);
    url.searchParams.set('org', ticket.organisationId);
    url.searchParams.set('expires', expires);
    url.searchParams.set('signature', this.signers[form].sign(signedParts(ticket, expires)));
    return url.href;
  }
}

function signedParts({ mediaId, organisationId }: UploadTicket, expires: string): string[] {
  return [mediaId, organisationId, expires];
}

function refused(): ForbiddenError {
  return new ForbiddenError(
    'upload_url_invalid',
    'The upload URL is not valid: use it exactly as it was answered.',
  );
}
