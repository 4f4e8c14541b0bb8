import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { queryRows, SystemContext } from '../../../database/index.js';
import { ProcessRegister, Readiness, type Trouble } from '../../../runtime/index.js';
import { KeyCensus, type KeyCount } from './key-census.js';

/** Under this name /health/ready reports it. */
export const ENCRYPTION_KEYS = 'encryptionKeys';

const PROVED_SINCE = `
  SELECT key_id AS "keyId" FROM encryption_key_checks
  WHERE key_id = ANY($1) AND created_at > (SELECT started_at FROM processes WHERE id = $2)`;

/**
 * A process that lacks the key with which tokens are encrypted now fails every call for them, so it must get none. A key
 * that is lost everywhere is another thing: its accounts wait, and the rest goes on.
 */
@Injectable()
export class KeyReadiness implements OnModuleInit {
  private readonly logger = new Logger(KeyReadiness.name);
  private told = '';

  constructor(
    private readonly readiness: Readiness,
    private readonly census: KeyCensus,
    private readonly processes: ProcessRegister,
    private readonly system: SystemContext,
  ) {}

  onModuleInit(): void {
    this.readiness.register(ENCRYPTION_KEYS, () => this.trouble());
  }

  private async trouble(): Promise<Trouble | undefined> {
    const missing = await this.census.missing();
    const inUse = missing.length > 0 && (await this.areInUse(missing));
    this.tell(missing);
    if (missing.length === 0) return undefined;
    return inUse ? LACKS_CURRENT_KEY : LACKS_LOST_KEY;
  }

  /** Another process encrypts with one of them, it came while we ran, or most tokens need one. */
  private async areInUse(missing: string[]): Promise<boolean> {
    const live = await this.processes.live();
    if (live.some(({ keyIds }) => keyIds.some((id) => missing.includes(id)))) return true;
    const came = await this.system.transaction('which keys came since the start', (em) =>
      queryRows(em, PROVED_SINCE, [missing, this.processes.id]),
    );
    return came.length > 0 || areMost(await this.census.counts(), missing);
  }

  /** The ids are for the log: anybody may ask for the health. */
  private tell(missing: string[]): void {
    const ids = missing.map((id) => `"${id}"`).join(', ');
    if (ids === this.told) return;
    this.told = ids;
    if (ids) this.logger.error(`stored tokens need encryption keys that this process lacks: ${ids}`);
    else this.logger.log('this process has every encryption key again that stored tokens need');
  }
}

function areMost(counts: readonly KeyCount[], missing: readonly string[]): boolean {
  return credentialsOf(counts.filter(({ keyId }) => missing.includes(keyId))) * 2 > credentialsOf(counts);
}

function credentialsOf(counts: readonly KeyCount[]): number {
  return counts.reduce((sum, { credentials }) => sum + credentials, 0);
}

const LACKS_CURRENT_KEY: Trouble = {
  code: 'encryption_key_missing',
  message:
    'This process lacks the encryption key of stored TikTok tokens, so calls for these accounts fail. Add the key to its ' +
    'TOKEN_ENCRYPTION_KEYS and restart it; its log and the doctor name the key.',
  blocks: true,
};

const LACKS_LOST_KEY: Trouble = {
  code: 'encryption_key_lost',
  message:
    'Some TikTok accounts do not work: their encryption key is not in TOKEN_ENCRYPTION_KEYS. Put it back, or connect ' +
    'these accounts again; the doctor names them.',
  blocks: false,
};
