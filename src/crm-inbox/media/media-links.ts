import { Injectable } from '@nestjs/common';
import { Clock, ForbiddenError, LinkSigner } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import type { MediaRow, MessageMediaView } from './dto/message-media.view.js';

const HOUR_S = 3_600;

/** Creates and verifies the links of stored pictures and videos, which work without a token until they expire. */
@Injectable()
export class MediaLinks {
  private readonly signer: LinkSigner;

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    this.signer = new LinkSigner(config.encryptionKeys, 'pictures of messages');
  }

  /** Shows a picture or video with its link. */
  view(media: MediaRow, organisationId: string): MessageMediaView {
    const { id, ...rest } = media;
    return { ...rest, url: rest.status === 'available' ? this.link(id, organisationId) : null };
  }

  /** @throws ForbiddenError when the link is forged, altered or expired */
  verify(mediaId: string, { org, expires, signature }: Record<string, unknown>): string {
    const isWhole = typeof org === 'string' && typeof expires === 'string' && typeof signature === 'string';
    if (!isWhole || !this.signer.verifies([mediaId, org, expires], signature))
      throw new ForbiddenError(
        'media_url_invalid',
        'The link is not valid. Use it exactly as you received it.',
      );
    if (Number(expires) * 1000 < this.clock.now().getTime())
      throw new ForbiddenError(
        'media_url_expired',
        'The link has expired. Read the message again for a new one.',
      );
    return org;
  }

  /** Works for one to two hours. It stays the same within an hour, so that browsers keep the picture. */
  private link(mediaId: string, organisationId: string): string {
    const hour = Math.floor(this.clock.now().getTime() / 1000 / HOUR_S);
    const expires = String((hour + 2) * HOUR_S);
    const url = new URL(`/media/messages/${mediaId}`, this.config.http.publicUrl);
    url.searchParams.set('org', organisationId);
    url.searchParams.set('expires', expires);
    url.searchParams.set('signature', this.signer.sign([mediaId, organisationId, expires]));
    return url.href;
  }
}
