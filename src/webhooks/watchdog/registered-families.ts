import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import { ACCOUNT_WEBHOOK_PATH } from '../../tiktok/index.js';
import { FAMILY_FACTS, type WatchedFamily } from './watched-family.js';

/** `unknown`: the service does not check the registration, as for webhooks of TikTok for Developers. */
export type Registration = 'ours' | 'elsewhere' | 'unknown';

const LATEST = `SELECT ours, faults FROM webhook_checks WHERE name = 'accounts' AND checked_at IS NOT NULL`;

interface LatestCheck {
  ours: Record<string, string>;
  faults: { family: string }[];
}

/** Knows where TikTok sends the events of Business accounts, as the latest check has found it. */
@Injectable()
export class RegisteredFamilies {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {}

  async of(family: WatchedFamily): Promise<Registration> {
    const { business, accountWebhooks } = this.config.tiktok;
    if (!business || accountWebhooks.mode === 'off') return 'unknown';
    const [latest] = await this.system.statement<LatestCheck>('registered webhooks of accounts', LATEST, []);
    if (!latest) return 'unknown';
    const { eventType } = FAMILY_FACTS[family];
    if (latest.faults.some((fault) => fault.family === eventType)) return 'elsewhere';
    const url = `${this.config.http.publicUrl}${ACCOUNT_WEBHOOK_PATH}`;
    return latest.ours[eventType] === url ? 'ours' : 'unknown';
  }
}
