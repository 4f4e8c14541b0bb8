import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/index.js';
import { AdAccountsModule } from './ad-accounts/ad-accounts.module.js';
import { CredentialsModule } from './credentials/credentials.module.js';
import { KeysModule } from './credentials/keys.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { IntegrationRecordsModule } from './integration/integration-records.module.js';
import { IntegrationViews } from './integration-views.js';
import { IntegrationsController } from './integrations.controller.js';
import { LifecycleModule } from './lifecycle/lifecycle.module.js';
import { OAuthModule } from './oauth/oauth.module.js';
import { RateBudgetsModule } from './rate-budgets/rate-budgets.module.js';

/** Composition of the rooms. Their order is the order of their layers. */
@Module({
  imports: [
    IncidentsModule,
    IntegrationRecordsModule,
    CredentialsModule,
    KeysModule,
    AdAccountsModule,
    OAuthModule,
    RateBudgetsModule,
    LifecycleModule,
    NotificationsModule,
  ],
  controllers: [IntegrationsController],
  providers: [IntegrationViews],
  exports: [
    AdAccountsModule,
    CredentialsModule,
    IncidentsModule,
    IntegrationRecordsModule,
    KeysModule,
    LifecycleModule,
    NotificationsModule,
  ],
})
export class IntegrationsModule {}
