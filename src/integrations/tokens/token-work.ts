import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import { Jobs, TryLaterError, type Claim } from '../../jobs/index.js';
import { isTransient } from '../../tiktok/index.js';
import { RefreshHorizon } from '../life/refresh-horizon.js';
import { Integration } from '../integration.entity.js';
import { ReconnectNeededError } from './credential-errors.js';
import { CredentialTokens } from './credential-tokens.js';
import { Credential } from './credential.entity.js';

/** Keeps tokens alive without anybody thinking of them: each credential is due a little before its access token ends. */
@Injectable()
export class TokenWork implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly system: SystemContext,
    private readonly tokens: CredentialTokens,
    private readonly horizon: RefreshHorizon,
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
    if (!(await this.isNeeded(id))) return;
    try {
      await this.tokens.keepFresh(id);
      await this.horizon.tell(id);
    } catch (error) {
      // It is written down with its reason, and its integrations have expired: nothing is left to do.
      if (error instanceof ReconnectNeededError) return;
      if (isTransient(error)) throw new TryLaterError(String(error), undefined, { cause: error });
      throw error;
    }
  }

  /** Tokens that no active integration uses are left to end by themselves. */
  private isNeeded(id: string): Promise<boolean> {
    return this.system.transaction('is a token needed', async (em) => {
      const active = { status: 'active' as const };
      const roles = [
        { credentialId: id, ...active },
        { accountCredentialId: id, ...active },
      ];
      if (await em.getRepository(Integration).existsBy(roles)) return true;
      await em.getRepository(Credential).update({ id }, { dueAt: null });
      return false;
    });
  }
}
