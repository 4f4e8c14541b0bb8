import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { NotFoundError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext } from '../../database/index.js';
import { Integration } from '../integration/integration.entity.js';
import type { ReconnectTicket } from './reconnect-links.js';
import { AuthorizeUrls } from '../oauth/authorize-urls.js';

/** Begins the consent of a reconnect link, in the name of the admin who connected the account before. */
@Injectable()
export class Reconnector {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly urls: AuthorizeUrls,
  ) {}

  /** @returns TikTok's consent page. @throws NotFoundError if the integration is deleted or disconnected */
  begin({ integrationId, organisationId, family }: ReconnectTicket): Promise<string> {
    return this.orgContext.run(organisationId, `reconnect by a link: ${family}`, async () => {
      const integration = await this.orgContext.transaction((em) =>
        em.getRepository(Integration).findOneBy({ id: integrationId, status: Not('disconnected') }),
      );
      if (!integration) {
        throw new NotFoundError(
          'unknown_integration',
          'This connection no longer exists. Connect the account in the admin UI.',
        );
      }
      return await this.urls.create({
        family,
        integrationId,
        userId: integration.connectedBy,
        scopes: integration.requestedScopes,
        returnUrl: this.returnUrl,
        allowDifferent: false,
      });
    });
  }

  /** The admin UI, as far as this service knows it: the first address that browsers may return to. */
  private get returnUrl(): string {
    const { returnPage, returnUrlOrigins, http } = this.config;
    const [first = http.publicUrl] = returnUrlOrigins;
    // In development that is this service itself, unless another one is configured.
    return returnPage !== undefined && first === http.publicUrl ? returnPage : new URL('/', first).href;
  }
}
