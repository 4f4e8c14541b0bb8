import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { AuditTrail } from '../../audit/index.js';
import { Clock, newId } from '../../common/index.js';
import type { GrantEntry } from '../credentials/journal/journal-entry.js';
import { Credential } from '../integration/credential.entity.js';
import { Integration } from '../integration/integration.entity.js';
import { assertKnownAdvertiser, assertSameAccount, assertStillWanted } from './grant-checks.js';
import { GrantRefusedError } from './grant-refused.error.js';
import { OAuthStateStore } from './oauth-state.store.js';

interface Attachment {
  credentialId: string;
  /** Of the account that granted the access, where TikTok shares it. */
  username: string | undefined;
  /** The grant comes from the journal, without its browser. */
  isLate: boolean;
}

/**
 * Writes the integration of a grant in the transaction that saves its credential, so that no purge can see fresh tokens
 * that no integration uses. Runs as the system, so every query names the organisation.
 */
@Injectable()
export class GrantWriter {
  constructor(
    private readonly states: OAuthStateStore,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the integration, new or renewed
   * @throws GrantRefusedError; nothing may then be committed
   */
  async attach(em: EntityManager, entry: GrantEntry, attachment: Attachment): Promise<string> {
    if (attachment.isLate) await assertStillWanted(em, entry);
    const id = await this.write(em, entry, attachment);
    await this.states.connected(em, entry.stateHash, id);
    await this.trail.write(em, consentAction(entry, id));
    return id;
  }

  private async write(
    em: EntityManager,
    entry: GrantEntry,
    { credentialId, username }: Attachment,
  ): Promise<string> {
    if (entry.identity.family === 'login') return await this.writeLogin(em, entry, credentialId);
    const integration = await this.lock(em, entry);
    const { id, accountCredentialId: before } = integration;
    const dueAt = this.clock.now();
    const repository = em.getRepository(Integration);
    if ('advertiserIds' in entry.tokens) {
      await assertKnownAdvertiser(em, integration, entry.consent, entry.tokens.advertiserIds);
      await repository.update({ id }, { advertiserCredentialId: credentialId, dueAt });
      return id;
    }
    await assertSameAccount(em, integration, entry, username);
    // The replaced credential belongs to another account: its own work revokes it, unless others use it.
    if (before && before !== credentialId)
      await em.getRepository(Credential).update({ id: before }, { dueAt });
    // The account may have become a Business Account since TikTok refused.
    await repository.update({ id }, { accountCredentialId: credentialId, messagingRefusal: null, dueAt });
    return id;
  }

  private async writeLogin(
    em: EntityManager,
    { consent, identity, tokens }: GrantEntry,
    credentialId: string,
  ): Promise<string> {
    const { organisationId, userId: connectedBy, scopes: requestedScopes } = consent;
    const openId = identity.subject;
    const repository = em.getRepository(Integration);
    await em.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organisationId}/${openId}`]);
    await this.assertMeant(em, consent, openId);
    // The lock waits for a purge of the row, which is then gone.
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

  /** Refuses another account: an admin who is signed in to a second one would swap the account without noticing. */
  private async assertMeant(
    em: EntityManager,
    { organisationId, integrationId, allowDifferent }: GrantEntry['consent'],
    openId: string,
  ): Promise<void> {
    if (integrationId === null || allowDifferent) return;
    const where = { id: integrationId, organisationId, status: Not('disconnected' as const) };
    const meant = await em.getRepository(Integration).findOneBy(where);
    if (!meant) throw new GrantRefusedError('integration_gone');
    if (meant.openId !== openId) throw new GrantRefusedError('different_account');
  }

  /** Locks the integration, which may have been disconnected or purged while the browser was at TikTok. */
  private async lock(em: EntityManager, { consent }: GrantEntry): Promise<Integration> {
    const { organisationId, integrationId } = consent;
    const where = { id: integrationId ?? '', organisationId, status: Not('disconnected' as const) };
    const lock = { mode: 'pessimistic_write' as const };
    const found = integrationId && (await em.getRepository(Integration).findOne({ where, lock }));
    if (!found) throw new GrantRefusedError('integration_gone');
    return found;
  }
}

/** The operations that finish a consent, and the status of their answer. */
const FINISHED_BY = {
  login: 'finishLoginConsent',
  account: 'finishAccountConsent',
  advertiser: 'finishAdvertiserConsent',
} as const;
const REDIRECTED = 302;

/** The browser comes back from TikTok without a token, so the consent's beginning says who it is. */
function consentAction({ consent, identity }: GrantEntry, id: string): Parameters<AuditTrail['write']>[1] {
  return {
    organisationId: consent.organisationId,
    action: FINISHED_BY[identity.family],
    actorId: consent.userId,
    actorName: null,
    role: null,
    targets: [{ parameter: 'integrationId', id }],
    status: REDIRECTED,
    requestId: null,
  };
}
