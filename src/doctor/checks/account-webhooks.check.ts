import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import {
  ACCOUNT_EVENT_TYPES,
  ACCOUNT_WEBHOOK_PATH,
  AccountWebhookApi,
  webhookFault,
} from '../../tiktok/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

/** Checks that TikTok sends the events of Business accounts to this service. */
@Injectable()
export class AccountWebhooksCheck extends Check {
  readonly name = 'account_webhooks';

  constructor(
    private readonly config: AppConfig,
    private readonly api: AccountWebhookApi,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const { business, accountWebhooks } = this.config.tiktok;
    if (!business) return ok('No Business app, so there are no webhooks of Business accounts.');
    const { mode } = accountWebhooks;
    const url = `${this.config.http.publicUrl}${ACCOUNT_WEBHOOK_PATH}`;
    if (mode === 'off')
      return ok(
        'TIKTOK_ACCOUNT_WEBHOOKS=off: the webhook URLs of the Business app are neither checked nor registered.',
      );
    const faults: string[] = [];
    // One after the other: the rate limit of a small app is a few calls a second.
    for (const eventType of ACCOUNT_EVENT_TYPES) {
      const fault = webhookFault(await this.api.get(eventType), url);
      if (fault !== undefined) faults.push(`${eventType}: ${fault}`);
    }
    return accountWebhooksVerdict(mode, url, faults);
  }
}

export function accountWebhooksVerdict(
  mode: 'check' | 'register',
  url: string,
  faults: readonly string[],
): Verdict {
  if (faults.length === 0) return ok(`TikTok sends the events of Business accounts to ${url}.`);
  const what = `TikTok does not send all events of Business accounts to ${url}. ${faults.join('; ')}.`;
  if (mode === 'check')
    return problem(
      what,
      'If this environment should receive them, set TIKTOK_ACCOUNT_WEBHOOKS=register. TikTok has one URL per app and kind of event.',
    );
  return warning(
    what,
    'The service registers its URL again at its next check. If this repeats, another environment uses the same Business app: give it its own app, or TIKTOK_ACCOUNT_WEBHOOKS=off.',
  );
}
