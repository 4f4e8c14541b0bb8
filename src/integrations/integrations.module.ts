import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdAccount } from './ads/ad-account.entity.js';
import { AdAccountsRefresh } from './ads/ad-accounts-refresh.js';
import { AdAccounts } from './ads/ad-accounts.js';
import { AccountOwners } from './account-owners.js';
import { AccountConsent } from './connect/account-consent.js';
import { AdvertiserConsent } from './connect/advertiser-consent.js';
import { CallbackService } from './connect/callback.service.js';
import { ConsentAttachment } from './connect/consent-attachment.js';
import { ConsentFinisher } from './connect/consent-finisher.js';
import { ConsentLinks } from './connect/consent-links.js';
import { ConsentRedirects } from './connect/consent-redirects.js';
import { ConsentReplay } from './connect/consent-replay.js';
import { ConsentSettlement } from './connect/consent-settlement.js';
import { LateConsents } from './connect/late-consents.js';
import { LoginConsent } from './connect/login-consent.js';
import { Connector } from './connect/connector.js';
import { ConsentNews } from './life/consent-news.js';
import { UnreadableNews } from './life/unreadable-news.js';
import { IntegrationDetails } from './integration-details.js';
import { IntegrationHooks } from './life/integration-hooks.js';
import { IntegrationPurge } from './life/integration-purge.js';
import { IntegrationWork } from './life/integration-work.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integrations.service.js';
import { OAuthCallbackController } from './connect/oauth-callback.controller.js';
import { NotificationsModule } from '../notifications/index.js';
import { OAuthJanitor } from './connect/oauth-janitor.js';
import { OAuthState } from './connect/oauth-state.entity.js';
import { OAuthStates } from './connect/oauth-states.js';
import { ReconnectController } from './connect/reconnect.controller.js';
import { Reconnector } from './connect/reconnector.js';
import { SameOwner } from './connect/same-owner.js';
import { KeysModule } from './keys/keys.module.js';
import { TokenCustodyModule } from './tokens/token-custody.module.js';

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
