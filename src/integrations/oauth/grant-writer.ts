import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { Clock, newId } from '../../common/index.js';
import { Integration } from '../integration/integration.entity.js';
import { Credential } from '../integration/credential.entity.js';
import type { AnsweredConsent } from '../connect/consent-journal.js';
import { ConsentRefusedError } from './grant-refused.error.js';
import { SameOwner } from './grant-checks.js';

/**
 * Writes the integration of a consent in the very transaction that saves its credential: there is no moment in which a
 * purge could see fresh tokens that nobody uses. Runs as the system, so every query names the organisation.
 */
@Injectable()
export class ConsentAttachment {
  constructor(
    private readonly sameOwner: SameOwner,
    private readonly clock: Clock,
  ) {}

  /**
   * @param username of the account that has consented, where it is known
   * @returns the id of the integration, new or renewed
   * @throws ConsentRefusedError; nothing may then be committed
   */
  async attach(
    em: EntityManager,
    entry: AnsweredConsent,
    credentialId: string,
    username?: string,
  ): Promise<string> {
    if (entry.identity.family === 'login') return await this.login(em, entry, credentialId);
    const meant = await this.lock(em, entry);
    const dueAt = this.clock.now();
    if ('advertiserIds' in entry.tokens) {
      await this.sameOwner.assertAdvertiser(em, meant, entry.consent, entry.tokens.advertiserIds);
      return await this.update(em, meant, { advertiserCredentialId: credentialId, dueAt });
    }
    await this.sameOwner.assertAccount(em, meant, entry.consent, entry.identity);
    // Both families have ids of their own for an account: the user name is what they share, where both tell it.
    const differs = meant.username && username && meant.username !== username;
    if (differs && !entry.consent.allowDifferent) throw new ConsentRefusedError('different_account');
    const before = meant.accountCredentialId;
    // Of another account, which was confirmed: the work of tokens gives it back unless others use it.
    if (before && before !== credentialId)
      await em.getRepository(Credential).update({ id: before }, { dueAt });
    return await this.update(em, meant, { accountCredentialId: credentialId, dueAt });
  }

  private async login(
    em: EntityManager,
    { consent, identity, tokens }: AnsweredConsent,
    credentialId: string,
  ): Promise<string> {
    const { organisationId, userId: connectedBy, scopes: requestedScopes } = consent;
    const openId = identity.subject;
    const repository = em.getRepository(Integration);
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organisationId}/${openId}`]);
    await this.assertMeant(em, consent, openId);
    // Locked: one that is being purged is waited for, and gone then.
    const lock = { mode: 'pessimistic_write' as const };
    const known = await repository.findOne({ where: { organisationId, openId }, lock });
    const { id } = await repository.save({
      id: known?.id ?? newId(),
      organisationId,
      openId,
      credentialId,
      status: 'active' as const,
      statusReason: null,
      purgeAt: null,
      requestedScopes,
      grantedScopes: tokens.scopes,
      connectedBy,
      dueAt: this.clock.now(),
    });
    return id;
  }

  /** Somebody who reconnects an account while signed in to another one would swap it without noticing. */
  private async assertMeant(
    em: EntityManager,
    { organisationId, integrationId, allowDifferent }: AnsweredConsent['consent'],
    openId: string,
  ): Promise<void> {
    if (integrationId === null || allowDifferent) return;
    const where = { id: integrationId, organisationId, status: Not('disconnected' as const) };
    const meant = await em.getRepository(Integration).findOneBy(where);
    if (!meant) throw new ConsentRefusedError('integration_gone');
    if (meant.openId !== openId) throw new ConsentRefusedError('different_account');
  }

  /** It may have been disconnected, or purged, while the browser was at TikTok. */
  private async lock(em: EntityManager, { consent }: AnsweredConsent): Promise<Integration> {
    const { organisationId, integrationId } = consent;
    const where = { id: integrationId ?? '', organisationId, status: Not('disconnected' as const) };
    const lock = { mode: 'pessimistic_write' as const };
    const found = integrationId && (await em.getRepository(Integration).findOne({ where, lock }));
    if (!found) throw new ConsentRefusedError('integration_gone');
    return found;
  }

  private async update(
    em: EntityManager,
    { id }: Integration,
    columns: Partial<Integration>,
  ): Promise<string> {
    await em.getRepository(Integration).update({ id }, columns);
    return id;
  }
}
