import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import type { TokenPair } from '../../../tiktok/index.js';
import { Credential, type CredentialIdentity } from '../../integration/credential.entity.js';
import { IntegrationStatus } from '../../integration/integration-status.js';
import { isUsed } from './credential-use.js';
import type { GrantedTokens, TokenGrant } from './granted-tokens.js';
import { TokenVault } from './token-vault.js';

/** Writes credentials: new grants, refreshed pairs, and their removal. */
@Injectable()
export class CredentialStore {
  constructor(
    private readonly system: SystemContext,
    private readonly vault: TokenVault,
    private readonly status: IntegrationStatus,
  ) {}

  /**
   * Saves granted tokens together with what `attach` writes, or neither. An existing credential is renewed, and with it
   * every organisation that has connected the same account.
   * @param keepNewer for a grant that comes late: keeps a working pair that TikTok issued after it
   */
  save<T>(
    { identity, tokens, answeredAt }: TokenGrant,
    attach: (em: EntityManager, credentialId: string) => Promise<T>,
    { keepNewer = false } = {},
  ): Promise<T> {
    return this.system.transaction('save granted tokens', async (em) => {
      await lockIdentity(em, identity);
      const repository = em.getRepository(Credential);
      const lock = { mode: 'pessimistic_write' as const };
      const found = await repository.findOne({ where: { ...identity }, lock });
      const stays = keepNewer && found && !found.rejectedAt && found.issuedAt > answeredAt;
      if (stays) return await attach(em, found.id);
      const known = found && this.wouldLose(found, tokens) ? await this.setAside(em, found) : found;
      const id = known?.id ?? newId();
      const columns = this.vault.columns(id, tokens, answeredAt);
      if (!known) await repository.insert({ id, ...identity, ...columns });
      else {
        await repository.update({ id }, columns);
        await this.status.revive(em, id, columns.scopes);
      }
      return await attach(em, id);
    });
  }

  /** Replaces the pair inside the transaction that holds the row's lock. @returns the row as it is then */
  async replace(em: EntityManager, row: Credential, pair: TokenPair, answeredAt: Date): Promise<Credential> {
    const columns = this.vault.columns(row.id, pair, answeredAt);
    await em.getRepository(Credential).update({ id: row.id }, columns);
    return { ...row, ...columns };
  }

  /** Brings the credentials' next background work forward to this time, unless it is due earlier. */
  async bringForward(ids: readonly string[], at: Date): Promise<void> {
    await this.system.transaction('bring the work of credentials forward', (em) =>
      em.query('UPDATE credentials SET due_at = least(due_at, $2) WHERE id = ANY($1)', [ids, at]),
    );
  }

  /** Resumes the refresh of credentials that was paused while no active integration used them. */
  async wakeIdle(ids: readonly string[]): Promise<void> {
    await this.system.transaction('wake idle credentials', (em) =>
      em.query(
        `UPDATE credentials SET due_at = now()
         WHERE id = ANY($1) AND due_at IS NULL AND rejected_at IS NULL AND unreadable_since IS NULL
           AND refresh_token IS NOT NULL`,
        [ids],
      ),
    );
  }

  /** Deletes a credential, unless an integration uses it. */
  async dropUnused(id: string): Promise<void> {
    await this.system.transaction('delete an unused credential', async (em) => {
      const repository = em.getRepository(Credential);
      // The lock keeps a concurrent consent from losing its fresh tokens.
      const row = await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (row && !(await isUsed(em, id))) await repository.delete({ id });
    });
  }

  /**
   * True if revoking this token would end tokens that are stored here. TikTok's revoke removes the app from an account,
   * whichever of its tokens is named; for ad accounts it ends only the token itself.
   */
  sharesEnd(identity: CredentialIdentity, accessToken: string): Promise<boolean> {
    return this.system.transaction('would a revoke end other tokens', async (em) => {
      // Waits for a grant of the same identity that is about to be saved.
      await lockIdentity(em, identity);
      const held = await em.getRepository(Credential).findOneBy({ ...identity });
      return held !== null && (identity.family !== 'advertiser' || this.vault.readable(held) === accessToken);
    });
  }

  /** True if storing these tokens would overwrite one that never expires, which then could not be revoked. */
  private wouldLose(found: Credential, tokens: GrantedTokens): boolean {
    if ('refreshToken' in tokens || found.rejectedAt) return false;
    const held = this.vault.readable(found);
    return held !== undefined && held !== tokens.accessToken;
  }

  /** Makes room for another credential of the same identity; the credential's work revokes this one. */
  private async setAside(em: EntityManager, { id, subject }: Credential): Promise<null> {
    const aside = { subject: `${subject}/replaced/${newId()}`, dueAt: new Date() };
    await em.getRepository(Credential).update({ id }, aside);
    return null;
  }
}

/** Serialises concurrent grants of one account, and a grant with a refresh. */
async function lockIdentity(em: EntityManager, identity: CredentialIdentity): Promise<void> {
  const { family, appId, subject } = identity;
  const key = [family, appId, subject].join('/');
  await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}
