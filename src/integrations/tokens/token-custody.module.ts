import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TikTokTransportModule } from '../../tiktok/index.js';
import { CredentialStore } from './credential-store.js';
import { CredentialTokens } from './credential-tokens.js';
import { Credential } from './credential.entity.js';
import { Integration } from '../integration.entity.js';
import { TokenCipher } from './token-cipher.js';

/** Tokens at rest and their refresh: what the TikTok client needs from us, without the rest of integrations. */
@Module({
  imports: [TikTokTransportModule, TypeOrmModule.forFeature([Credential, Integration])],
  providers: [CredentialStore, CredentialTokens, TokenCipher],
  exports: [CredentialStore, CredentialTokens, TokenCipher],
})
export class TokenCustodyModule {}
