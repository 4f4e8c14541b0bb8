import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Connector } from './connect/connector.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integrations.service.js';
import { OAuthCallbackController } from './connect/oauth-callback.controller.js';
import { OAuthState } from './connect/oauth-state.entity.js';
import { OAuthStates } from './connect/oauth-states.js';
import { TokenCustodyModule } from './tokens/token-custody.module.js';

@Module({
  imports: [TokenCustodyModule, TypeOrmModule.forFeature([OAuthState])],
  controllers: [IntegrationsController, OAuthCallbackController],
  providers: [Connector, IntegrationsService, OAuthStates],
  exports: [IntegrationsService, TokenCustodyModule],
})
export class IntegrationsModule {}
