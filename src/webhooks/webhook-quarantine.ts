import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isRefusedStatement, messageOf } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Background } from '../runtime/index.js';
import { parseAdsWebhook, parseWebhook } from '../tiktok/index.js';
import { WebhookApps } from './intake/webhook-apps.js';

const BATCH = 100;

const PAGE = `
  SELECT id, raw_body AS "rawBody", signed_by AS "signedBy" FROM webhook_events
  WHERE status = 'quarantined' AND signed_by IS NOT NULL AND id > $1 ORDER BY id LIMIT $2`;

const ADMIT = `
  UPDATE webhook_events SET client_key = $2, event = $3, user_openid = $4, content = $5, event_time = $6,
    status = 'received', due_at = now()
  WHERE id = $1 AND status = 'quarantined' RETURNING id`;

const START = '00000000-0000-0000-0000-000000000000';

interface Quarantined {
  id: string;
  rawBody: Buffer;
  signedBy: string;
}

/**
 * Handles quarantined events once they are understood, by a newer version or another configuration. Both require a restart, so
 * each start reviews them. An event must be signed by the app that it names, as at its arrival.
 */
@Injectable()
export class WebhookQuarantine implements OnModuleInit {
  private readonly logger = new Logger(WebhookQuarantine.name);

  constructor(
    private readonly config: AppConfig,
    private readonly apps: WebhookApps,
    private readonly system: SystemContext,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    if (!this.config.runsJobs) return;
    // Not awaited, so that many events do not delay the start.
    this.background.register(() => void this.reviewAtStart());
  }

  private async reviewAtStart(): Promise<void> {
    try {
      await this.review();
    } catch (error) {
      this.logger.warn(`could not review the quarantined webhooks: ${messageOf(error)}`);
    }
  }

  /** @returns the number of events that are handled now */
  async review(): Promise<number> {
    let admitted = 0;
    let rows: Quarantined[];
    let after = START;
    do {
      rows = await this.page(after);
      for (const row of rows) if (await this.admitIfPossible(row)) admitted += 1;
      after = rows.at(-1)?.id ?? after;
    } while (rows.length === BATCH);
    if (admitted > 0) this.logger.log({ msg: 'handling formerly quarantined webhooks', admitted });
    return admitted;
  }

  private page(after: string): Promise<Quarantined[]> {
    return this.system.transaction('review quarantined webhooks', (em) =>
      queryRows<Quarantined>(em, PAGE, [after, BATCH]),
    );
  }

  /** PostgreSQL may still refuse what one of them says. The others must not wait for it. */
  private async admitIfPossible(row: Quarantined): Promise<boolean> {
    try {
      return await this.admit(row);
    } catch (error) {
      if (!isRefusedStatement(error)) throw error;
      this.logger.warn({ msg: `cannot handle a quarantined webhook: ${messageOf(error)}`, eventId: row.id });
      return false;
    }
  }

  private async admit({ id, rawBody, signedBy }: Quarantined): Promise<boolean> {
    const { adsApp } = this.apps;
    const ads = adsApp === undefined ? undefined : parseAdsWebhook(rawBody, adsApp);
    const payload = parseWebhook(rawBody) ?? ads;
    if (!payload || !this.apps.isOurs(payload.clientKey) || payload.clientKey !== signedBy) return false;
    const { clientKey, event, userOpenId, content, createTime } = payload;
    const eventTime = createTime === undefined ? null : new Date(createTime * 1000);
    const rows = await this.system.transaction('handle a quarantined webhook', (em) =>
      queryRows(em, ADMIT, [id, clientKey, event, userOpenId, content, eventTime]),
    );
    return rows.length > 0;
  }
}
