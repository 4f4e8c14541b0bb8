import { Module } from '@nestjs/common';
import { NotificationsModule } from '../../notifications/index.js';
import { AdAccountsModule } from '../ad-accounts/ad-accounts.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { OAuthModule } from '../oauth/oauth.module.js';
import { ConsentNotices } from './consent-notices.js';
import { CredentialWork } from './credential-work.js';
import { DisconnectionService } from './disconnection.service.js';
import { ExpiryWarning } from './expiry-warning.js';
import { IntegrationHooks } from './integration-hooks.js';
import { IntegrationPurge } from './integration-purge.js';
import { IntegrationWork } from './integration-work.js';
import { ReconnectLinks } from './reconnect-links.js';
import { ReconnectController } from './reconnect.controller.js';
import { Reconnector } from './reconnector.js';
import { TokenRevocation } from './token-revocation.js';
import { UnreadableNotifier } from './unreadable-notifier.js';

/** What happens to a connection after it was made: upkeep, expiry, reconnect, disconnect. */
@Module({
  imports: [AdAccountsModule, CredentialsModule, NotificationsModule, OAuthModule],
  controllers: [ReconnectController],
  providers: [
    ConsentNotices,
    CredentialWork,
    DisconnectionService,
    ExpiryWarning,
    IntegrationHooks,
    IntegrationPurge,
    IntegrationWork,
    ReconnectLinks,
    Reconnector,
    TokenRevocation,
    UnreadableNotifier,
  ],
  exports: [DisconnectionService, IntegrationHooks],
})
export class LifecycleModule {}
