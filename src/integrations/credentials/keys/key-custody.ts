import { Injectable, Logger } from '@nestjs/common';
import { keyIdOf } from '../store/token-cipher.js';
import { KeyCensus } from './key-census.js';
import { KeyChecks } from './key-checks.js';
import { StoredSecrets } from './stored-secrets.js';

/** Prepares the encryption keys before a process listens. */
@Injectable()
export class KeyCustody {
  private readonly logger = new Logger(KeyCustody.name);

  constructor(
    private readonly checks: KeyChecks,
    private readonly census: KeyCensus,
    private readonly secrets: StoredSecrets,
  ) {}

  /** @throws StartRefusedError if a configured key is not the one that the database knows by its name */
  async prepare(): Promise<void> {
    await this.checks.assertGenuine();
    await this.secrets.renewJournal();
    await this.warnOfMissing();
  }

  /** Warns only: a lost key must not stop the other accounts from working. */
  private async warnOfMissing(): Promise<void> {
    const parts = (await this.census.counts())
      .filter(({ keyId }) => !this.census.isConfigured(keyId))
      .map(({ keyId, credentials }) => `"${keyId}" (${credentials} credentials)`);
    for (const [keyId, entries] of await this.missingInJournal())
      parts.push(`"${keyId}" (${entries} entries of the token journal)`);
    if (parts.length === 0) return;
    this.logger.warn(
      `TOKEN_ENCRYPTION_KEYS lacks keys that stored tokens need: ${parts.join(', ')}. Put them back, or connect these ` +
        'accounts again. All other accounts work.',
    );
  }

  private async missingInJournal(): Promise<Map<string, number>> {
    const missing = new Map<string, number>();
    for (const { record } of await this.secrets.journalled()) {
      const keyId = keyIdOf(record) ?? '?';
      if (!this.census.isConfigured(keyId)) missing.set(keyId, (missing.get(keyId) ?? 0) + 1);
    }
    return missing;
  }
}
