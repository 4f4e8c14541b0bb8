import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdAccount } from './ad-accounts/ad-account.entity.js';
import { AdAccountsRefresh } from './ad-accounts/nightly-refresh.js';
import { AdAccounts } from './ad-accounts/ad-accounts.service.js';
import { AccountOwners } from './integration/account-owners.js';
import { AccountConsent } from './connect/account-consent.js';
import { AdvertiserConsent } from './connect/advertiser-consent.js';
import { CallbackService } from './oauth/callback.service.js';
import { ConsentAttachment } from './oauth/grant-writer.js';
import { ConsentFinisher } from './connect/consent-finisher.js';
import { ConsentLinks } from './oauth/authorize-urls.js';
import { ConsentRedirects } from './oauth/callback-redirects.js';
import { ConsentReplay } from './credentials/journal/journal-replay.js';
import { ConsentSettlement } from './oauth/grant.service.js';
import { LateConsents } from './connect/late-consents.js';
import { LoginConsent } from './oauth/code-exchange.js';
import { Connector } from './oauth/auth-url.service.js';
import { ConsentNews } from './lifecycle/consent-notices.js';
import { UnreadableNews } from './lifecycle/unreadable-notifier.js';
import { IntegrationDetails } from './integration/loaded-integration.js';
import { IntegrationHooks } from './lifecycle/integration-hooks.js';
import { IntegrationPurge } from './lifecycle/integration-purge.js';
import { IntegrationWork } from './lifecycle/integration-work.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integration/integrations.service.js';
import { OAuthCallbackController } from './oauth/oauth-callback.controller.js';
import { NotificationsModule } from '../notifications/index.js';
import { OAuthJanitor } from './oauth/oauth-janitor.js';
import { OAuthState } from './oauth/oauth-state.entity.js';
import { OAuthStates } from './oauth/oauth-state.store.js';
import { ReconnectController } from './lifecycle/reconnect.controller.js';
import { Reconnector } from './lifecycle/reconnector.js';
import { SameOwner } from './oauth/grant-checks.js';
import { KeysModule } from './credentials/keys/keys.module.js';
import { TokenCustodyModule } from './credentials/credentials.module.js';

@Module({
  imports: [
    KeysModule,
    NotificationsModule,
    TokenCustodyModule,
    TypeOrmModule.forFeature([AdAccount, OAuthState]),
  ],
  controllers: [IntegrationsController, OAuthCallbackController, ReconnectController],
  providers: [
    AccountConsent,
    AccountOwners,
    AdAccounts,
    AdAccountsRefresh,
    AdvertiserConsent,
    CallbackService,
    ConsentAttachment,
    ConsentFinisher,
    ConsentLinks,
    ConsentNews,
    ConsentRedirects,
    ConsentReplay,
    ConsentSettlement,
    Connector,
    IntegrationDetails,
    IntegrationHooks,
    IntegrationPurge,
    IntegrationsService,
    IntegrationWork,
    LateConsents,
    LoginConsent,
    OAuthJanitor,
    OAuthStates,
    Reconnector,
    SameOwner,
    UnreadableNews,
  ],
  exports: [
    AccountOwners,
    IntegrationHooks,
    IntegrationsService,
    KeysModule,
    NotificationsModule,
    TokenCustodyModule,
  ],
})
export class IntegrationsModule {}
