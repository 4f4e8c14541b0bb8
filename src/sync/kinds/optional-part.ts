import { Injectable } from '@nestjs/common';
import { ConflictError, type DomainError } from '../../common/index.js';
import { ReconnectNeededError, type LoadedIntegration } from '../../integrations/index.js';
import {
  ErrorExplainer,
  isTransient,
  RateBudgetError,
  TikTokApiError,
  TikTokRateLimitedError,
  type BusinessAccount,
} from '../../tiktok/index.js';
import type { KindRun } from '../runs/syncs-kind.js';

// The main figures must not wait for an optional part until the next day.
const LONGEST_WAIT_MS = 120_000;

/**
 * Runs the parts that only some accounts have. A refusal, an outage or a long wait is a warning on
 * the run, and never fails it.
 */
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
    if (error instanceof RateBudgetError)
      return error.waitMs > LONGEST_WAIT_MS ? asWarning(error) : undefined;
    if (error instanceof TikTokRateLimitedError) return undefined;
    if (isTransient(error)) return this.errors.explain({ code: 'tiktok_unreachable' });
    if (error instanceof ReconnectNeededError) return asWarning(error);
    if (!(error instanceof TikTokApiError)) return undefined;
    const { code, message } = this.errors.explain(error);
    return { code, message };
  }
}

function asWarning({ code, message }: DomainError): { code: string; message: string } {
  return { code, message };
}
