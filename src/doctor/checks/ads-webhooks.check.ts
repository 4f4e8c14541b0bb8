import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const LATEST = `SELECT faults, checked_at AS "checkedAt" FROM webhook_checks WHERE name = 'ads'`;

interface LatestCheck {
  faults: { family: string; what: string }[];
  checkedAt: Date | null;
}

/** Shows what the latest check of the webhooks of ad accounts has found: it needs too many calls to repeat it here. */
@Injectable()
export class AdsWebhooksCheck extends Check {
  readonly name = 'ads_webhooks';

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const { business, adWebhooks } = this.config.tiktok;
    if (!business) return ok('No Business app, so there are no webhooks of ad accounts.');
    if (adWebhooks.mode === 'off')
      return ok('TIKTOK_ADS_WEBHOOKS=off: the webhooks of ad accounts are neither checked nor registered.');
    const [latest] = await this.system.statement<LatestCheck>('latest check of webhooks of ads', LATEST, []);
    return adsWebhooksVerdict(adWebhooks.mode, latest);
  }
}

export function adsWebhooksVerdict(mode: 'check' | 'register', latest: LatestCheck | undefined): Verdict {
  if (!latest?.checkedAt)
    return warning(
      'The webhooks of ad accounts have not been checked yet.',
      'Wait a minute. If this stays, check due_work: the check is work of the kind webhook-check.',
    );
  const at = latest.checkedAt.toISOString();
  if (latest.faults.length === 0)
    return ok(`The latest check, at ${at}, found the webhooks of all ad accounts right.`);
  const faults = latest.faults.map(({ family, what }) => `${family}: ${what}`).join('; ');
  const found = `The latest check, at ${at}, found faults in the webhooks of ad accounts. ${faults}.`;
  if (mode === 'check')
    return problem(
      found,
      'If this environment should receive them, set TIKTOK_ADS_WEBHOOKS=register. It then subscribes for every ad account.',
    );
  return warning(
    found,
    'The service tries again at its next check. A refused family needs the consent of your TikTok representative, or is removed ' +
      'from TIKTOK_ADS_WEBHOOK_FAMILIES. For a token that TikTok no longer accepts, an admin reconnects the ads.',
  );
}
