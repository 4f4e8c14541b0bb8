import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { queryRows, SystemContext } from '../../../database/index.js';
import { ProcessRegister, Readiness, type ReadinessIssue } from '../../../runtime/index.js';
import { KeyCensus, type KeyCount } from './key-census.js';

/** The name of the check in /health/ready. */
export const ENCRYPTION_KEYS = 'encryptionKeys';

const PROVED_SINCE = `
  SELECT key_id AS "keyId" FROM encryption_key_checks
  WHERE key_id = ANY($1) AND created_at > (SELECT started_at FROM processes WHERE id = $2)`;

/**
 * Reports a process that lacks encryption keys. Without the key in current use every call fails, so the process must get no
 * traffic. A key that every process has lost is different: its accounts wait, and the others work.
 */
@Injectable()
export class KeyReadiness implements OnModuleInit {
  private readonly logger = new Logger(KeyReadiness.name);
  private logged = '';

  constructor(
    private readonly readiness: Readiness,
    private readonly census: KeyCensus,
    private readonly processes: ProcessRegister,
    private readonly system: SystemContext,
  ) {}

  onModuleInit(): void {
    this.readiness.register(ENCRYPTION_KEYS, () => this.issue());
  }

  private async issue(): Promise<ReadinessIssue | undefined> {
    const missing = await this.census.missing();
    const inUse = missing.length > 0 && (await this.areInUse(missing));
    this.log(missing);
    if (missing.length === 0) return undefined;
    return inUse ? LACKS_CURRENT_KEY : LACKS_LOST_KEY;
  }

  /** True if another process encrypts with one of them, one was added since this process started, or most tokens need one. */
  private async areInUse(missing: string[]): Promise<boolean> {
    const live = await this.processes.live();
    if (live.some(({ keyIds }) => keyIds.some((id) => missing.includes(id)))) return true;
    const added = await this.system.transaction('which keys were added since the start', (em) =>
      queryRows(em, PROVED_SINCE, [missing, this.processes.id]),
    );
    return added.length > 0 || areMost(await this.census.counts(), missing);
  }

  /** Names the ids in the log only, since the health endpoint is public. */
  private log(missing: string[]): void {
    const ids = missing.map((id) => `"${id}"`).join(', ');
    if (ids === this.logged) return;
    this.logged = ids;
    if (ids) this.logger.error(`stored tokens need encryption keys that this process lacks: ${ids}`);
    else this.logger.log('this process has all encryption keys that stored tokens need again');
  }
}

function areMost(counts: readonly KeyCount[], missing: readonly string[]): boolean {
  return credentialsOf(counts.filter(({ keyId }) => missing.includes(keyId))) * 2 > credentialsOf(counts);
}

function credentialsOf(counts: readonly KeyCount[]): number {
  return counts.reduce((sum, { credentials }) => sum + credentials, 0);
}

const LACKS_CURRENT_KEY: ReadinessIssue = {
  code: 'encryption_key_missing',
  message:
    'This process lacks the encryption key of stored TikTok tokens, so calls for these accounts fail. Add the key to its ' +
    'TOKEN_ENCRYPTION_KEYS and restart it. Its log and the doctor name the key.',
  blocks: true,
};

const LACKS_LOST_KEY: ReadinessIssue = {
  code: 'encryption_key_lost',
  message:
    'Some TikTok accounts do not work: their encryption key is not in TOKEN_ENCRYPTION_KEYS. Put it back, or connect ' +
    'these accounts again. The doctor names them.',
  blocks: false,
};
