import { Injectable } from '@nestjs/common';
import { Clock, ForbiddenError, LinkSigner } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { UploadRules } from './upload-rules.js';

/** The file that an upload link accepts. */
export interface UploadTicket {
  mediaId: string;
  organisationId: string;
}

/** A verified ticket. */
export interface ValidTicket extends UploadTicket {
  expiresAt: Date;
  /** When a request that started in time must end, however slow it is. */
  endsAt: Date;
}

/** `whole` is one request, `resumable` is tus. A link is valid for one of them only. */
export type LinkForm = 'whole' | 'resumable';

const PATHS = { whole: '', resumable: '/tus' };
const PURPOSES = { whole: 'upload links', resumable: 'resumable upload links' };

/** Creates and verifies signed links that accept a file without a JWT until they expire. */
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

  /** Returns the links for both ways to send a file. */
  urls(ticket: UploadTicket): { uploadUrl: string; tusUrl: string } {
    return { uploadUrl: this.create(ticket, 'whole'), tusUrl: this.create(ticket, 'resumable') };
  }

  /** @throws ForbiddenError when the link is forged, altered or expired */
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
        'The upload link has expired. Get a new one from GET /api/publications/{publishId}/uploads, or create a new post.',
      );
    }
    return { ...ticket, expiresAt, endsAt: form === 'resumable' ? expiresAt : this.endOf(ticket, expiresAt) };
  }

  /** A single request cannot be resumed, so it may take as long as a resumable upload. */
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
    'The upload link is not valid. Use it exactly as you received it.',
  );
}
