import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import { retryError, WorkHandler, type Claim } from '../../jobs/index.js';
import { isTransient, retryAfterSeconds, TikTokApiError } from '../../tiktok/index.js';
import { CredentialTokens } from '../credentials/refresh/credential-tokens.js';
import { isUsed, lockCredential } from '../credentials/store/credential-use.js';
import { UnreadableTokens } from '../credentials/store/unreadable-tokens.js';
import { Credential } from '../integration/credential.entity.js';
import { ReconnectNeededError, TokenUnreadableError } from '../integration/credential.errors.js';
import { Integration } from '../integration/integration.entity.js';
import { ExpiryWarning } from './expiry-warning.js';
import { TokenRevocation } from './token-revocation.js';

/** `idle`: no active integration uses it, or TikTok has rejected it. `unused`: no integration does, nor will again. */
type Use = 'needed' | 'idle' | 'unused';

/**
 * Keeps tokens alive without callers: each credential is due a little before its access token expires. Revokes and
 * deletes a credential that no integration has any longer.
 */
@Injectable()
export class CredentialWork {
  constructor(
    private readonly system: SystemContext,
    private readonly tokens: CredentialTokens,
    private readonly expiryWarning: ExpiryWarning,
    private readonly revocation: TokenRevocation,
    private readonly unreadable: UnreadableTokens,
  ) {}

  @WorkHandler('token')
  async handle({ id }: Claim): Promise<void> {
    const use = await this.useOf(id);
    if (use === 'unused') return await this.revocation.remove(id);
    if (use === 'idle') return;
    try {
      await this.tokens.keepFresh(id);
      await this.expiryWarning.check(id);
    } catch (error) {
      // The reason is recorded and the integrations have expired: nothing is left to do.
      if (error instanceof ReconnectNeededError) return;
      if (error instanceof TokenUnreadableError) return await this.unreadable.postpone(id);
      // Retried without a limit, because active integrations need the token.
      const retryable = isTransient(error) || error instanceof TikTokApiError;
      throw retryError({ error, retryable, retryAfterSeconds: retryAfterSeconds(error) });
    }
  }

  /** Pauses the tokens of integrations that are not active. `CredentialStore.wakeIdle` resumes them. */
  private useOf(id: string): Promise<Use> {
    return this.system.transaction('is a token needed', async (em) => {
      // The lock waits for a consent that revives the credential at this moment.
      const row = await lockCredential(em, id);
      if (!row) return 'idle';
      const active = { status: 'active' as const };
      const roles = [
        { credentialId: id, ...active },
        { accountCredentialId: id, ...active },
      ];
      if (!row.rejectedAt && (await em.getRepository(Integration).existsBy(roles))) return 'needed';
      if (!(await isUsed(em, id))) return 'unused';
      await em.getRepository(Credential).update({ id }, { dueAt: null });
      return 'idle';
    });
  }
}
