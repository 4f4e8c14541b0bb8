import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../database/index.js';
import { keyIdOf, SecretUnreadableError, StoredSecrets, TokenCipher } from '../integrations/index.js';
import type { Scope } from './check.js';

const BATCH = 500;
const START = '00000000-0000-0000-0000-000000000000';
const PAGE = `
  SELECT id, access_token, refresh_token, rejected_at IS NOT NULL AS dead
  FROM credentials WHERE id > $1 ORDER BY id LIMIT $2`;

const UPLOADS = `
  SELECT split_part(upload_url, '.', 2) AS id, count(*)::int AS count
  FROM publications WHERE upload_url IS NOT NULL GROUP BY 1`;

const ACCOUNTS = `
  SELECT id, organisation_id AS org FROM integrations
  WHERE status <> 'disconnected' AND ($2::text IS NULL OR organisation_id = $2)
    AND (credential_id = ANY($1) OR account_credential_id = ANY($1) OR advertiser_credential_id = ANY($1))
  ORDER BY id LIMIT $3`;
const MAX_NAMED = 10;

interface Row {
  id: string;
  access_token: string;
  refresh_token: string | null;
  dead: boolean;
}

/** The keys that the stored values need. */
export interface KeyUse {
  /** Values per key: credentials, current uploads, and the token journal of this machine. */
  underKey: ReadonlyMap<string, number>;
  credentials: number;
  /** Credentials that cannot be decrypted although TikTok may still accept them. */
  unreadable: number;
  /** Integrations that need those: of the caller's organisation, or a few of all. */
  accounts: readonly string[];
}

/** Decrypts every stored token once, and discards it immediately. */
@Injectable()
export class StoredKeys {
  constructor(
    private readonly system: SystemContext,
    private readonly cipher: TokenCipher,
    private readonly secrets: StoredSecrets,
  ) {}

  async use(scope: Scope): Promise<KeyUse> {
    const underKey = new Map<string, number>();
    const add = (id: string, count = 1) => underKey.set(id, (underKey.get(id) ?? 0) + count);
    const unreadable: string[] = [];
    let credentials = 0;
    for await (const row of this.rows()) {
      credentials += 1;
      const records = [row.access_token, row.refresh_token].filter((record) => record !== null);
      for (const id of new Set(records.map(nameOfKey))) add(id);
      if (!row.dead && !this.isReadable(row)) unreadable.push(row.id);
    }
    for (const { id, count } of await this.uploads()) add(id || '?', count);
    for (const { record } of await this.secrets.journalled()) add(nameOfKey(record));
    const accounts = unreadable.length > 0 ? await this.accounts(unreadable, scope) : [];
    return { underKey, credentials, unreadable: unreadable.length, accounts };
  }

  private async *rows(): AsyncGenerator<Row> {
    for (let after: string | undefined = START; after !== undefined;) {
      const rows: Row[] = await this.system.transaction('doctor: which keys tokens need', (em) =>
        queryRows<Row>(em, PAGE, [after, BATCH]),
      );
      yield* rows;
      after = rows.at(-1)?.id;
    }
  }

  private uploads(): Promise<{ id: string; count: number }[]> {
    return this.system.transaction('doctor: which keys uploads need', (em) => queryRows(em, UPLOADS));
  }

  /** The ids of these accounts; for an organisation only its own. */
  private async accounts(credentialIds: string[], scope: Scope): Promise<string[]> {
    const own = scope === 'all' ? null : scope.organisationId;
    const rows = await this.system.transaction('doctor: accounts with unreadable tokens', (em) =>
      queryRows<{ id: string; org: string }>(em, ACCOUNTS, [credentialIds, own, MAX_NAMED]),
    );
    return rows.map(({ id, org }) => (own === null ? `${id} (organisation ${org})` : id));
  }

  private isReadable({ id, access_token: access, refresh_token: refresh }: Row): boolean {
    try {
      this.cipher.decrypt(access, { recordId: id, field: 'access_token' });
      if (refresh !== null) this.cipher.decrypt(refresh, { recordId: id, field: 'refresh_token' });
      return true;
    } catch (error) {
      if (error instanceof SecretUnreadableError) return false;
      throw error;
    }
  }
}

/** The key's name, or "?" if the record names none. */
function nameOfKey(record: string): string {
  return keyIdOf(record) ?? '?';
}
