import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Connector } from './connector.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integrations.service.js';
import { OAuthCallbackController } from './oauth-callback.controller.js';
import { OAuthState } from './oauth-state.entity.js';
import { OAuthStates } from './oauth-states.js';
import { TokenCustodyModule } from './token-custody.module.js';

@Module({
  imports: [TokenCustodyModule, TypeOrmModule.forFeature([OAuthState])],
  controllers: [IntegrationsController, OAuthCallbackController],
  providers: [Connector, IntegrationsService, OAuthStates],
  exports: [IntegrationsService, TokenCustodyModule],
})
export class IntegrationsModule {}
