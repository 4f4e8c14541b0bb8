import { Injectable, Logger } from '@nestjs/common';
import { groupBy, messageOf } from '../../common/index.js';
import { AppConfig, type AdWebhook } from '../../config/index.js';
import { ADS_WEBHOOK_PATH, SubscriptionApi } from '../../tiktok/index.js';
import { AdTokenProbe } from './ad-token-probe.js';
import { adStandings, type AdFinding } from './ad-notices.js';
import {
  detailOf,
  keyOf,
  ListedSubscriptions,
  wantedSubscriptions,
  type WantedSubscription,
} from './ad-subscription-state.js';
import { AdSubscriptionsStore, type StoredSubscription } from './ad-subscriptions.store.js';
import { AdWebhookAccounts } from './ad-webhook-accounts.js';
import { finalRefusal } from './final-refusal.js';
import type { CheckReport, ChecksWebhooks, OwnAddresses, WebhookFault } from '../checks/check-report.js';

/**
 * Keeps a subscription to each family for each connected ad account. One that TikTok lists may still be silent: it ends with
 * the token that opened it, without a word. So the tokens are checked, too.
 */
@Injectable()
export class AdSubscriptions implements ChecksWebhooks {
  private readonly logger = new Logger(AdSubscriptions.name);

  constructor(
    private readonly config: AppConfig,
    private readonly accounts: AdWebhookAccounts,
    private readonly store: AdSubscriptionsStore,
    private readonly tokens: AdTokenProbe,
    private readonly api: SubscriptionApi,
  ) {}

  async check(ours: OwnAddresses, signal: AbortSignal): Promise<CheckReport> {
    const { adWebhooks, business } = this.config.tiktok;
    const isOn = business !== undefined && adWebhooks.mode !== 'off';
    const findings = isOn ? await this.findings(business.id, adWebhooks.families, signal) : [];
    const certain = findings.every(({ result }) => result !== 'unknown');
    return { faults: faultsIn(findings), ours, certain, standings: adStandings(findings, certain) };
  }

  private async findings(
    appId: string,
    families: readonly AdWebhook[],
    signal: AbortSignal,
  ): Promise<AdFinding[]> {
    await this.tokens.check(await this.accounts.of(appId), signal);
    const stored = await this.store.all();
    const wanted = wantedSubscriptions(families, await this.accounts.of(appId), stored);
    const findings: AdFinding[] = [];
    for (const family of new Set([...families, ...stored.map(({ entity }) => entity)])) {
      const own = wanted.filter(({ entity }) => entity === family);
      const found = await this.listed(family);
      for (const one of own) {
        signal.throwIfAborted();
        findings.push(
          found instanceof ListedSubscriptions ? await this.attend(one, found) : { wanted: one, ...found },
        );
      }
      const keys = new Set(own.map(keyOf));
      const surplus = stored.filter((one) => one.entity === family && !keys.has(keyOf(one)));
      if (found instanceof ListedSubscriptions) for (const one of surplus) await this.end(one, found);
    }
    return findings;
  }

  private async listed(family: AdWebhook): Promise<ListedSubscriptions | Failure> {
    try {
      return new ListedSubscriptions(await this.api.list(family), this.url);
    } catch (error) {
      this.logger.warn(`could not list the subscriptions to ${family}: ${messageOf(error)}`);
      return failure(error);
    }
  }

  private async attend(wanted: WantedSubscription, listed: ListedSubscriptions): Promise<AdFinding> {
    const state = listed.stateOf(wanted);
    if (state === 'right' || !wanted.opener)
      return { wanted, result: state === 'right' ? 'right' : 'silenced' };
    const isElsewhere = listed.isElsewhere(wanted);
    const isTaken = state === 'gone';
    if (this.config.tiktok.adWebhooks.mode === 'check') {
      const [known] = listed.leftovers(wanted);
      if (state !== 'new' || known === undefined) return { wanted, result: 'missing', isTaken, isElsewhere };
      await this.remember(wanted, known);
      return { wanted, result: 'right' };
    }
    try {
      // Otherwise the next check would take our own end of it for one by TikTok.
      if (state === 'stale') await this.store.delete(wanted);
      for (const id of listed.leftovers(wanted)) await this.api.unsubscribe(id);
      const { entity, opener } = wanted;
      const { credentialId } = opener;
      const detail = detailOf(wanted);
      await this.remember(
        wanted,
        await this.api.subscribe({ entity, callbackUrl: this.url, credentialId, detail }),
      );
      if (isTaken) this.logger.warn(`subscribed again to ${keyOf(wanted)}, which TikTok no longer listed`);
      return { wanted, result: 'repaired', isTaken, isElsewhere };
    } catch (error) {
      return this.failed(wanted, error);
    }
  }

  /** A subscription whose answer was lost is found in the list, and replaced, by the next check. */
  private failed(wanted: WantedSubscription, error: unknown): AdFinding {
    this.logger.warn(`could not subscribe to ${keyOf(wanted)}: ${messageOf(error)}`);
    return { wanted, ...failure(error) };
  }

  private async remember({ entity, advertiserId, opener }: WantedSubscription, id: string): Promise<void> {
    if (!opener) return;
    const { credentialId, tokenIssuedAt } = opener;
    await this.store.save({ entity, advertiserId, credentialId, tokenIssuedAt, subscriptionId: id });
  }

  /** Ends what is no longer wanted: the ad account is disconnected, or the operator has removed the family. */
  private async end(stored: StoredSubscription, listed: ListedSubscriptions): Promise<void> {
    try {
      if (this.config.tiktok.adWebhooks.mode === 'register')
        for (const id of listed.leftovers(stored)) await this.api.unsubscribe(id);
      await this.store.delete(stored);
    } catch (error) {
      this.logger.warn(`could not end the subscription to ${keyOf(stored)}: ${messageOf(error)}`);
    }
  }

  private get url(): string {
    return `${this.config.http.publicUrl}${ADS_WEBHOOK_PATH}`;
  }
}

/** What a failed call says about a subscription. */
type Failure = { result: 'unknown' } | { result: 'refused'; refusal: string };

function failure(error: unknown): Failure {
  const refusal = finalRefusal(error);
  return refusal === undefined ? { result: 'unknown' } : { result: 'refused', refusal };
}

const TEXTS = {
  missing: 'not subscribed',
  silenced: 'silent, because TikTok no longer accepts the token',
  unknown: 'TikTok did not answer',
} as const;

/** One line for each family and fault, with the number of ad accounts. */
function faultsIn(findings: readonly AdFinding[]): WebhookFault[] {
  const lines = findings.flatMap((one) => {
    if (one.result === 'right' || one.result === 'repaired') return [];
    const what = one.result === 'refused' ? `refused: ${one.refusal}` : TEXTS[one.result];
    return [{ family: one.wanted.entity as string, what, certain: one.result !== 'unknown' }];
  });
  return [...groupBy(lines, ({ family, what }) => `${family} ${what}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, what: `${first.what} (${same.length})` }] : [];
  });
}
