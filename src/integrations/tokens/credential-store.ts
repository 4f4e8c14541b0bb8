import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import type { TokenPair } from '../../tiktok/index.js';
import { IntegrationExpiry } from '../life/integration-expiry.js';
import { Credential, type CredentialFamily } from './credential.entity.js';
import { proactiveRefreshAt } from './refresh-policy.js';
import { TokenCipher } from './token-cipher.js';

/** Whose tokens. */
export interface CredentialIdentity {
  family: CredentialFamily;
  appId: string;
  subject: string;
}

/** Reads and writes tokens, always encrypted at rest. */
@Injectable()
export class CredentialStore {
  constructor(
    private readonly system: SystemContext,
    private readonly cipher: TokenCipher,
    private readonly clock: Clock,
    private readonly expiry: IntegrationExpiry,
  ) {}

  /**
   * Saves the pair of a new consent, alone and at once; a credential that is there already is renewed, and with it every
   * organisation that has connected the same account.
   */
  save(identity: CredentialIdentity, pair: TokenPair): Promise<string> {
    return this.system.transaction('save the tokens of a consent', async (em) => {
      // Two consents of one account may end together, or one beside a refresh: they take turns.
      await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        Object.values(identity).join('/'),
      ]);
      const repository = em.getRepository(Credential);
      const lock = { mode: 'pessimistic_write' as const };
      const known = await repository.findOne({ where: { ...identity }, select: { id: true }, lock });
      const id = known?.id ?? newId();
      const columns = this.columns(id, pair, this.clock.now());
      if (!known) await repository.insert({ id, ...identity, ...columns });
      else await repository.update({ id }, columns);
      await this.expiry.revive(em, id, pair.scopes);
      return id;
    });
  }

  /** Replaces the pair inside the transaction that holds the row's lock. @param answeredAt when TikTok gave it */
  async replace(em: EntityManager, id: string, pair: TokenPair, answeredAt: Date): Promise<void> {
    await em.getRepository(Credential).update({ id }, this.columns(id, pair, answeredAt));
  }

  accessToken({ id, accessToken }: Credential): string {
    return this.cipher.decrypt(accessToken, { recordId: id, field: 'access_token' });
  }

  refreshToken({ id, refreshToken }: Credential): string {
    return this.cipher.decrypt(refreshToken, { recordId: id, field: 'refresh_token' });
  }

  private columns(id: string, pair: TokenPair, issuedAt: Date) {
    const accessExpiresAt = after(issuedAt, pair.accessLifetimeSeconds);
    return {
      accessToken: this.cipher.encrypt(pair.accessToken, { recordId: id, field: 'access_token' }),
      refreshToken: this.cipher.encrypt(pair.refreshToken, { recordId: id, field: 'refresh_token' }),
      scopes: pair.scopes,
      issuedAt,
      accessExpiresAt,
      refreshExpiresAt: after(issuedAt, pair.refreshLifetimeSeconds),
      rejectedAt: null,
      rejectedReason: null,
      refreshFailures: 0,
      refreshRetryAt: null,
      dueAt: proactiveRefreshAt(issuedAt, accessExpiresAt, Math.random()),
    };
  }
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
