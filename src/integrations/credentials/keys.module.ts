import { Module } from '@nestjs/common';
import { CredentialsModule } from './credentials.module.js';
import { KeyCensus } from './keys/key-census.js';
import { KeyChecks } from './keys/key-checks.js';
import { KeyCustody } from './keys/key-custody.js';
import { KeyReadiness } from './keys/key-readiness.js';
import { KeyRotation } from './keys/key-rotation.js';
import { StoredSecrets } from './keys/stored-secrets.js';

/** The lifecycle of TOKEN_ENCRYPTION_KEYS: verified at the start, counted, rotated. */
@Module({
  imports: [CredentialsModule],
  providers: [KeyCensus, KeyChecks, KeyCustody, KeyReadiness, KeyRotation, StoredSecrets],
  exports: [KeyCensus, KeyChecks, KeyCustody, KeyRotation, StoredSecrets],
})
export class KeysModule {}
