import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import { Jobs, TryLaterError, type Claim } from '../../jobs/index.js';
import { isTransient, retryAfterSeconds, TikTokApiError } from '../../tiktok/index.js';
import { AccessReturn } from './token-revocation.js';
import { RefreshHorizon } from './expiry-warning.js';
import { Integration } from '../integration/integration.entity.js';
import { ReconnectNeededError, TokenUnreadableError } from '../integration/credential.errors.js';
import { isUsed } from '../credentials/store/credential-store.js';
import { CredentialTokens } from '../credentials/refresh/credential-tokens.js';
import { Credential } from '../integration/credential.entity.js';
import { UnreadableTokens } from '../credentials/store/unreadable-tokens.js';

/** `idle`: no active integration uses it, or TikTok has refused it. `unused`: no integration does, nor will again. */
type Use = 'needed' | 'idle' | 'unused';

/**
 * Keeps tokens alive without anybody thinking of them: each credential is due a little before its access token ends.
 * One that no integration has any more is given back and forgotten.
 */
@Injectable()
export class TokenWork implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly system: SystemContext,
    private readonly tokens: CredentialTokens,
    private readonly horizon: RefreshHorizon,
    private readonly access: AccessReturn,
    private readonly unreadable: UnreadableTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.register({
      name: 'token',
      table: 'credentials',
      concurrency: 2,
      handle: (claim) => this.handle(claim),
    });
  }

  private async handle({ id }: Claim): Promise<void> {
    const use = await this.useOf(id);
    if (use === 'unused') return await this.access.retire(id);
    if (use === 'idle') return;
    try {
      await this.tokens.keepFresh(id);
      await this.horizon.tell(id);
    } catch (error) {
      // It is written down with its reason, and its integrations have expired: nothing is left to do.
      if (error instanceof ReconnectNeededError) return;
      if (error instanceof TokenUnreadableError) return await this.unreadable.postpone(id);
      if (isTransient(error) || error instanceof TikTokApiError)
        throw new TryLaterError(String(error), retryAfterSeconds(error), { cause: error });
      throw error;
    }
  }

  /** Tokens of integrations that are not active are left alone until those are: see `CredentialStore.wakeIdle`. */
  private useOf(id: string): Promise<Use> {
    return this.system.transaction('is a token needed', async (em) => {
      const credentials = em.getRepository(Credential);
      // Locked: a consent that brings it to life at this moment is waited for.
      const row = await credentials.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) return 'idle';
      const active = { status: 'active' as const };
      const roles = [
        { credentialId: id, ...active },
        { accountCredentialId: id, ...active },
      ];
      if (!row.rejectedAt && (await em.getRepository(Integration).existsBy(roles))) return 'needed';
      if (!(await isUsed(em, id))) return 'unused';
      await credentials.update({ id }, { dueAt: null });
      return 'idle';
    });
  }
}
