import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { AuthUrlController } from './auth-url.controller.js';
import { AuthUrlService } from './auth-url.service.js';
import { AuthorizeUrls } from './authorize-urls.js';
import { CallbackRedirects } from './callback-redirects.js';
import { CallbackService } from './callback.service.js';
import { CodeExchange } from './code-exchange.js';
import { GrantWriter } from './grant-writer.js';
import { GrantService } from './grant.service.js';
import { OAuthCallbackController } from './oauth-callback.controller.js';
import { OAuthJanitor } from './oauth-janitor.js';
import { OAuthState } from './oauth-state.entity.js';
import { OAuthStateStore } from './oauth-state.store.js';

/** Connects accounts: the address of TikTok's consent page, its callback, and the tokens that it grants. */
@Module({
  imports: [CredentialsModule, TypeOrmModule.forFeature([OAuthState])],
  controllers: [AuthUrlController, OAuthCallbackController],
  providers: [
    AuthorizeUrls,
    AuthUrlService,
    CallbackRedirects,
    CallbackService,
    CodeExchange,
    GrantService,
    GrantWriter,
    OAuthJanitor,
    OAuthStateStore,
  ],
  exports: [AuthorizeUrls],
})
export class OAuthModule {}
