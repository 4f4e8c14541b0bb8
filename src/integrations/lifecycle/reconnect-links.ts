import { Injectable } from '@nestjs/common';
import { Clock, ForbiddenError, LinkSigner } from '../../common/index.js';
import { AppConfig, filledPage } from '../../config/index.js';
import type { Integration } from '../integration/integration.entity.js';
import { CREDENTIAL_FAMILIES, type CredentialFamily } from '../integration/credential.entity.js';

/** The permission of a reconnect link: to begin the consent for one family of one integration, and nothing else. */
export interface ReconnectTicket {
  integrationId: string;
  organisationId: string;
  family: CredentialFamily;
}

export const RECONNECT_PATH = '/connect/tiktok/reconnect';
// As long as the earliest warning precedes the expiry.
const LIFETIME_SECONDS = 30 * 24 * 60 * 60;

/**
 * Makes the reconnect links in notifications. They lead to ADMIN_UI_RECONNECT_URL if it is set, otherwise to this service,
 * signed, and from there to TikTok's consent page.
 */
@Injectable()
export class ReconnectLinks {
  private readonly signer: LinkSigner;

  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {
    this.signer = new LinkSigner(config.encryptionKeys, 'reconnect links');
  }

  of({ id, organisationId }: Pick<Integration, 'id' | 'organisationId'>, family: CredentialFamily): string {
    const ticket = { integrationId: id, organisationId, family };
    const { reconnectUrl } = this.config;
    return reconnectUrl === undefined ? this.signed(ticket) : filledPage(reconnectUrl, { ...ticket });
  }

  /** @throws ForbiddenError if this service did not make the link, or it was altered or has expired */
  verify(query: Record<string, unknown>): ReconnectTicket {
    const { integration: integrationId, org: organisationId, family, expires, signature } = query;
    if (![integrationId, organisationId, family, expires, signature].every((one) => typeof one === 'string'))
      throw refused();
    const ticket = { integrationId, organisationId, family } as ReconnectTicket;
    const genuine = this.signer.verifies(signedParts(ticket, expires as string), signature as string);
    if (!genuine || !CREDENTIAL_FAMILIES.includes(ticket.family)) throw refused();
    if (Number(expires) * 1000 < this.clock.now().getTime()) {
      throw new ForbiddenError(
        'reconnect_link_expired',
        'This link has expired. Connect the account again in the admin UI.',
      );
    }
    return ticket;
  }

  // The ticket is in the query because logs omit it.
  private signed(ticket: ReconnectTicket): string {
    const expires = String(Math.floor(this.clock.inSeconds(LIFETIME_SECONDS).getTime() / 1000));
    const url = new URL(RECONNECT_PATH, this.config.http.publicUrl);
    url.searchParams.set('integration', ticket.integrationId);
    url.searchParams.set('org', ticket.organisationId);
    url.searchParams.set('family', ticket.family);
    url.searchParams.set('expires', expires);
    url.searchParams.set('signature', this.signer.sign(signedParts(ticket, expires)));
    return url.href;
  }
}

function signedParts({ integrationId, organisationId, family }: ReconnectTicket, expires: string): string[] {
  return [integrationId, organisationId, family, expires];
}

function refused(): ForbiddenError {
  return new ForbiddenError(
    'reconnect_link_invalid',
    'This link is invalid. Open it exactly as in the notification, or connect the account again in the admin UI.',
  );
}
