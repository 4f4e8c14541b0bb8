import { Module } from '@nestjs/common';
import { ConsentJournal } from '../../connect/consent-journal.js';
import { KeyRotation } from './key-rotation.js';
import { TokenCustodyModule } from '../credentials.module.js';
import { KeyCensus } from './key-census.js';
import { KeyChecks } from './key-checks.js';
import { KeyCustody } from './key-custody.js';
import { KeyReadiness } from './key-readiness.js';
import { StoredSecrets } from './stored-secrets.js';

/** The life of TOKEN_ENCRYPTION_KEYS: proved at the start, counted, rotated. */
@Module({
  imports: [TokenCustodyModule],
  providers: [ConsentJournal, KeyCensus, KeyChecks, KeyCustody, KeyReadiness, KeyRotation, StoredSecrets],
  exports: [ConsentJournal, KeyCensus, KeyChecks, KeyCustody, KeyRotation, StoredSecrets],
})
export class KeysModule {}
