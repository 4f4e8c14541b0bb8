import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { ReconnectNeededError, type LoadedIntegration } from '../../integrations/index.js';
import {
  ErrorExplainer,
  TikTokApiError,
  TikTokRateLimitedError,
  type BusinessAccount,
} from '../../tiktok/index.js';
import type { KindRun } from '../runs/syncs-kind.js';

/** Runs the parts that only some accounts have. A refusal is a warning on the run, and never fails it. */
@Injectable()
export class OptionalPart {
  constructor(private readonly errors: ErrorExplainer) {}

  /** Returns the account at the Business API if it can show insights; the capabilities of an integration say why not. */
  insightsAccount(integration: LoadedIntegration): BusinessAccount | undefined {
    const { account } = integration.consents;
    if (!account) return undefined;
    try {
      integration.assertCan('insights');
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return undefined;
    }
    return { credentialId: account.credentialId, businessId: account.subject };
  }

  /** @param part named in the warning, e.g. `insights` */
  async run({ progress }: KindRun, part: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const warning = this.warningOf(error);
      if (!warning) throw error;
      progress.warn({ part, ...warning });
    }
  }

  private warningOf(error: unknown): { code: string; message: string } | undefined {
    if (error instanceof TikTokRateLimitedError) return undefined;
    if (error instanceof ReconnectNeededError) return { code: error.code, message: error.message };
    if (!(error instanceof TikTokApiError)) return undefined;
    const { code, message } = this.errors.explain(error);
    return { code, message };
  }
}
