import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import {
  ACCOUNT_EVENT_TYPES,
  ACCOUNT_WEBHOOK_PATH,
  AccountWebhookApi,
  webhookFault,
  type AccountEventType,
} from '../../tiktok/index.js';
import { finalRefusal } from './final-refusal.js';
import { accountNotice, type WrongWebhook } from './account-notices.js';
import type { CheckReport, ChecksWebhooks, OwnAddresses, WebhookFault } from '../checks/check-report.js';
import type { Standing } from '../checks/standing-notices.js';

const ORGANISATIONS = `
  SELECT DISTINCT organisation_id AS id FROM integrations WHERE status = 'active' AND account_credential_id IS NOT NULL`;
const SCOPE = 'accounts:';

/** What a family looked like. `unknown`: TikTok did not answer. */
type Finding = { state: 'right' | 'unknown' } | ({ state: 'wrong' } & Wrong);

interface Wrong {
  eventType: AccountEventType;
  what: string;
  isRepaired: boolean;
  /** It was ours before, and then another one changed it. */
  isTaken: boolean;
  refusal?: string;
}

/**
 * Keeps the webhooks of Business accounts pointed at this service. The app has one URL for each family of events, so another
 * environment with the same app may take them away without a word of TikTok.
 */
@Injectable()
export class AccountSubscriptions implements ChecksWebhooks {
  private readonly logger = new Logger(AccountSubscriptions.name);

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly api: AccountWebhookApi,
  ) {}

  /**
   * Compares each family with our URL, and registers ours where the operator allows it. One failure does not stop the others.
   * @param ours what earlier checks have seen
   */
  async check(ours: OwnAddresses): Promise<CheckReport> {
    const { mode } = this.config.tiktok.accountWebhooks;
    const found = new Map<AccountEventType, Finding>();
    if (mode !== 'off')
      for (const eventType of ACCOUNT_EVENT_TYPES)
        found.set(eventType, await this.findingOf(eventType, ours[eventType]));
    const held = [...found].filter(
      ([, one]) => one.state === 'right' || (one.state === 'wrong' && one.isRepaired),
    );
    return {
      faults: faultsIn(found),
      ours: { ...ours, ...Object.fromEntries(held.map(([eventType]) => [eventType, this.url])) },
      certain: isCertain(found),
      standings: await this.standings(found),
    };
  }

  private async findingOf(eventType: AccountEventType, before: string | undefined): Promise<Finding> {
    try {
      return await this.verify(eventType, before);
    } catch (error) {
      this.logger.warn(`could not verify the webhook ${eventType}: ${messageOf(error)}`);
      const refusal = finalRefusal(error);
      if (refusal === undefined) return { state: 'unknown' };
      // The app may lack the product of this family. Repeating the question soon does not help.
      return { state: 'wrong', eventType, what: refusal, isRepaired: false, isTaken: false, refusal };
    }
  }

  private async verify(eventType: AccountEventType, before: string | undefined): Promise<Finding> {
    const { url } = this;
    const webhook = await this.api.get(eventType);
    const what = webhookFault(webhook, url);
    if (what === undefined) return { state: 'right' };
    // After a change of PUBLIC_URL the former one is registered.
    const isTaken = before !== undefined && (webhook.callbackUrl !== before || webhook.postIds.length > 0);
    const wrong = { state: 'wrong' as const, eventType, what, isTaken };
    if (this.config.tiktok.accountWebhooks.mode === 'check') {
      this.logger.warn({ msg: `TikTok does not send ${eventType} to this service: ${what}`, url });
      return { ...wrong, isRepaired: false };
    }
    const refusal = await this.refusalOf(async () => {
      // Registering adds posts to the list, and never removes one.
      if (webhook.postIds.length > 0) await this.api.remove(eventType);
      await this.api.register(eventType, url);
    });
    if (refusal !== undefined) {
      this.logger.warn({ msg: `TikTok refused the webhook ${eventType}: ${refusal}`, url });
      return { ...wrong, isRepaired: false, refusal };
    }
    if (before === undefined) this.logger.log({ msg: `registered the webhook ${eventType}`, url });
    else this.logger.warn({ msg: `registered the webhook ${eventType} again: ${what}`, url });
    return { ...wrong, isRepaired: true };
  }

  private get url(): string {
    return `${this.config.http.publicUrl}${ACCOUNT_WEBHOOK_PATH}`;
  }

  /** @returns why TikTok refuses; other failures are thrown */
  private async refusalOf(register: () => Promise<void>): Promise<string | undefined> {
    try {
      await register();
      return undefined;
    } catch (error) {
      const refusal = finalRefusal(error);
      if (refusal === undefined) throw error;
      return refusal;
    }
  }

  private async standings(found: ReadonlyMap<AccountEventType, Finding>): Promise<Standing[]> {
    const wrong = [...found.values()].filter((one) => one.state === 'wrong');
    const organisations = wrong.length > 0 ? await this.organisations() : [];
    const standing = (
      kind: 'webhooks_replaced' | 'webhooks_refused',
      which: readonly WrongWebhook[],
    ): Standing => {
      const notice = accountNotice(kind, which, this.config.tiktok.business?.id ?? '');
      return {
        kind,
        scope: SCOPE,
        present:
          which.length === 0 ? [] : organisations.map((id) => ({ organisationId: id, cause: SCOPE, notice })),
        certain: isCertain(found),
        allClear: 'Webhook registrations are no longer wrong',
      };
    };
    const refused = wrong.filter(({ refusal }) => refusal !== undefined);
    // The first registration of a family is no news.
    const taken = wrong.filter(({ isTaken, refusal }) => isTaken && refusal === undefined);
    return [standing('webhooks_replaced', taken), standing('webhooks_refused', refused)];
  }

  private async organisations(): Promise<string[]> {
    const rows = await this.system.statement<{ id: string }>(
      'find organisations with webhooks of accounts',
      ORGANISATIONS,
      [],
    );
    return rows.map(({ id }) => id);
  }
}

function isCertain(found: ReadonlyMap<AccountEventType, Finding>): boolean {
  return ![...found.values()].some(({ state }) => state === 'unknown');
}

function faultsIn(found: ReadonlyMap<AccountEventType, Finding>): WebhookFault[] {
  return [...found].flatMap(([family, one]) => {
    if (one.state === 'unknown') return { family, what: 'TikTok did not answer', certain: false };
    if (one.state !== 'wrong' || one.isRepaired) return [];
    const what = one.refusal === undefined ? one.what : `registration refused: ${one.refusal}`;
    return { family, what, certain: true };
  });
}
