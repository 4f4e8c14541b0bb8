import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { messageOf, newId } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import type { TokenPair } from '../../../tiktok/index.js';
import { Integration } from '../../integration/integration.entity.js';
import { IntegrationExpiry } from '../../integration/integration-status.js';
import { SecretUnreadableError, TokenUnreadableError } from '../../integration/credential.errors.js';
import { Credential, type CredentialFamily } from '../../integration/credential.entity.js';
import { UNLEASED } from '../refresh/refresh-leases.js';
import { UNMARKED } from './refresh-mark.js';
import { proactiveRefreshAt } from './refresh-policy.js';
import { TokenCipher } from './token-cipher.js';

/** Whose tokens. */
export interface CredentialIdentity {
  family: CredentialFamily;
  appId: string;
  subject: string;
}

/** A token that has no end and no refresh, and the ad accounts that it opens. */
export interface LastingToken {
  accessToken: string;
  scopes: string[];
  advertiserIds: string[];
}

export type ConsentTokens = TokenPair | LastingToken;

/** Tokens as a consent brought them. */
export interface ConsentGrant {
  identity: CredentialIdentity;
  tokens: ConsentTokens;
  /** When TikTok gave them. */
  answeredAt: Date;
}

/** Reads and writes tokens, always encrypted at rest. */
@Injectable()
export class CredentialStore {
  private readonly logger = new Logger(CredentialStore.name);

  constructor(
    private readonly system: SystemContext,
    private readonly cipher: TokenCipher,
    private readonly expiry: IntegrationExpiry,
  ) {}

  /**
   * Saves the tokens of a consent together with what `attach` writes, or nothing of both. A credential that is there
   * already is renewed, and with it every organisation that has connected the same account.
   * @param keepNewer for a consent that comes late: a working pair that TikTok gave after it stays
   */
  save<T>(
    { identity, tokens, answeredAt }: ConsentGrant,
    attach: (em: EntityManager, credentialId: string) => Promise<T>,
    { keepNewer = false } = {},
  ): Promise<T> {
    return this.system.transaction('save the tokens of a consent', async (em) => {
      await lockIdentity(em, identity);
      const repository = em.getRepository(Credential);
      const lock = { mode: 'pessimistic_write' as const };
      const found = await repository.findOne({ where: { ...identity }, lock });
      const stays = keepNewer && found && !found.rejectedAt && found.issuedAt > answeredAt;
      const known = !stays && found && this.isLost(found, tokens) ? await this.replaced(em, found) : found;
      const id = known?.id ?? newId();
      const columns =
        'refreshToken' in tokens
          ? this.columns(id, tokens, answeredAt)
          : this.lastingColumns(id, tokens, answeredAt);
      if (!known) await repository.insert({ id, ...identity, ...columns });
      else if (!stays) {
        await repository.update({ id }, columns);
        await this.expiry.revive(em, id, columns.scopes);
      }
      return await attach(em, id);
    });
  }

  /** Whether these tokens in its place would leave one alive that has no end, and that nobody could give back. */
  private isLost(found: Credential, tokens: ConsentTokens): boolean {
    if ('refreshToken' in tokens || found.rejectedAt) return false;
    const held = this.readable(found);
    return held !== undefined && held !== tokens.accessToken;
  }

  /** Makes room for another credential of the same identity; the work of tokens gives this one back. */
  private async replaced(em: EntityManager, { id, subject }: Credential): Promise<null> {
    const aside = { subject: `${subject}/replaced/${newId()}`, dueAt: new Date() };
    await em.getRepository(Credential).update({ id }, aside);
    return null;
  }

  /**
   * Whether to revoke the token would end tokens that are held here. TikTok's revoke removes the app from an account,
   * whichever of its tokens is named; of ad accounts it ends only the token itself.
   */
  sharesEnd(identity: CredentialIdentity, accessToken: string): Promise<boolean> {
    return this.system.transaction('would a revoke end other tokens', async (em) => {
      // A consent of the same identity that is about to be saved is waited for.
      await lockIdentity(em, identity);
      const held = await em.getRepository(Credential).findOneBy({ ...identity });
      return held !== null && (identity.family !== 'advertiser' || this.readable(held) === accessToken);
    });
  }

  /** The work of tokens looks at them then, unless it does so before. */
  async lookAgain(ids: readonly string[], at: Date): Promise<void> {
    await this.system.transaction('look at credentials again', (em) =>
      em.query('UPDATE credentials SET due_at = least(due_at, $2) WHERE id = ANY($1)', [ids, at]),
    );
  }

  /** Keeps those fresh again that were left alone while no active integration used them. */
  async wakeIdle(ids: readonly string[]): Promise<void> {
    await this.system.transaction('wake idle tokens', (em) =>
      em.query(
        `UPDATE credentials SET due_at = now()
         WHERE id = ANY($1) AND due_at IS NULL AND rejected_at IS NULL AND unreadable_since IS NULL
           AND refresh_token IS NOT NULL`,
        [ids],
      ),
    );
  }

  /** Forgets a credential, unless an integration uses it. */
  async dropUnused(id: string): Promise<void> {
    await this.system.transaction('drop a credential that nobody uses', async (em) => {
      const repository = em.getRepository(Credential);
      // The lock keeps a consent that comes back at this moment from losing its fresh tokens.
      const row = await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (row && !(await isUsed(em, id))) await repository.delete({ id });
    });
  }

  /** Replaces the pair inside the transaction that holds the row's lock. @param answeredAt when TikTok gave it */
  async replace(em: EntityManager, id: string, pair: TokenPair, answeredAt: Date): Promise<void> {
    await em.getRepository(Credential).update({ id }, this.columns(id, pair, answeredAt));
  }

  /** @throws TokenUnreadableError */
  accessToken({ id, accessToken }: Credential): string {
    return this.decrypt(id, 'access_token', accessToken);
  }

  /** The access token; undefined when its key is lost: then nobody can use it, nor give it back. */
  readable(credential: Credential): string | undefined {
    try {
      return this.accessToken(credential);
    } catch (error) {
      this.logger.error(`a token cannot be read: ${messageOf((error as Error).cause ?? error)}`);
      return undefined;
    }
  }

  /** @throws TokenUnreadableError; Error for a family without refresh */
  refreshToken({ id, refreshToken }: Credential): string {
    if (refreshToken === null) throw new Error(`credential ${id} has no refresh token`);
    return this.decrypt(id, 'refresh_token', refreshToken);
  }

  /** Why its tokens cannot be read here; undefined when they can. */
  unreadable(credential: Credential): SecretUnreadableError | undefined {
    try {
      this.accessToken(credential);
      if (credential.refreshToken !== null) this.refreshToken(credential);
      return undefined;
    } catch (error) {
      if (error instanceof TokenUnreadableError) return error.secret;
      throw error;
    }
  }

  private columns(id: string, pair: TokenPair, issuedAt: Date) {
    const accessExpiresAt = after(issuedAt, pair.accessLifetimeSeconds);
    return {
      ...FRESH,
      accessToken: this.encrypt(id, 'access_token', pair.accessToken),
      refreshToken: this.encrypt(id, 'refresh_token', pair.refreshToken),
      scopes: pair.scopes,
      issuedAt,
      accessExpiresAt,
      refreshExpiresAt: after(issuedAt, pair.refreshLifetimeSeconds),
      dueAt: proactiveRefreshAt(issuedAt, accessExpiresAt, Math.random()),
    };
  }

  private lastingColumns(id: string, { accessToken, scopes }: LastingToken, issuedAt: Date) {
    return {
      ...FRESH,
      accessToken: this.encrypt(id, 'access_token', accessToken),
      refreshToken: null,
      scopes,
      issuedAt,
      accessExpiresAt: null,
      refreshExpiresAt: null,
      dueAt: null,
    };
  }

  private encrypt(recordId: string, field: string, token: string): string {
    return this.cipher.encrypt(token, { recordId, field });
  }

  private decrypt(recordId: string, field: string, record: string): string {
    try {
      return this.cipher.decrypt(record, { recordId, field });
    } catch (error) {
      throw error instanceof SecretUnreadableError ? new TokenUnreadableError(error) : error;
    }
  }
}

/** Trouble of older tokens is not these tokens'. */
const FRESH = {
  rejectedAt: null,
  rejectedReason: null,
  refreshFailures: 0,
  refreshRetryAt: null,
  refreshRefusal: null,
  unreadableSince: null,
  ...UNMARKED,
  ...UNLEASED,
};

/** Whether an integration uses it, in any of its three roles. */
export async function isUsed(
  em: EntityManager,
  id: string,
  { exceptDisconnected = false } = {},
): Promise<boolean> {
  return await em
    .getRepository(Integration)
    .createQueryBuilder('i')
    .where(':id IN (i.credential_id, i.account_credential_id, i.advertiser_credential_id)', { id })
    .andWhere(exceptDisconnected ? `i.status <> 'disconnected'` : 'true')
    .getExists();
}

/** Two consents of one account may end together, or one beside a refresh: they take turns. */
async function lockIdentity(em: EntityManager, identity: CredentialIdentity): Promise<void> {
  const { family, appId, subject } = identity;
  const key = [family, appId, subject].join('/');
  await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
