import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Connector } from './connect/connector.js';
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
import { TokenCustodyModule } from './tokens/token-custody.module.js';

@Module({
  imports: [NotificationsModule, TokenCustodyModule, TypeOrmModule.forFeature([OAuthState])],
  controllers: [IntegrationsController, OAuthCallbackController],
  providers: [
    Connector,
    IntegrationHooks,
    IntegrationPurge,
    IntegrationsService,
    IntegrationWork,
    OAuthJanitor,
    OAuthStates,
  ],
  exports: [IntegrationHooks, IntegrationsService, NotificationsModule, TokenCustodyModule],
})
export class IntegrationsModule {}
