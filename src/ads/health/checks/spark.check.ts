import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import type { SparkPostRow } from '../../spark/spark-post.entity.js';
import { SparkPostStore } from '../../spark/spark-post.store.js';
import { SparkService } from '../../spark/spark.service.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';
import { listed, named } from '../listed.js';

const FIX = 'Ask the creator for a new code, and send it to POST /api/ads/spark-posts.';

/** Finds creators' posts whose authorisation ends soon. */
@Injectable()
export class SparkCheck extends HealthCheck {
  readonly topic = 'spark_post';

  constructor(
    private readonly config: AppConfig,
    private readonly spark: SparkService,
    private readonly posts: SparkPostStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find({ account }: CheckedAccount): Promise<Finding[]> {
    if ((await this.posts.authorized(account.accountId)).length === 0) return [];
    // Creators extend and withdraw authorisations in TikTok's app.
    await this.spark.refresh(account, 'background');
    const now = this.clock.now();
    const until = this.clock.inSeconds(this.config.ads.health.sparkWarningDays * 86_400);
    return byPost(await this.posts.authorized(account.accountId)).flatMap((post) => {
      const end = endOf(post);
      if (end === null || end > until) return [];
      const day = end.toISOString().slice(0, 10);
      const reason = end > now ? `authorised until ${day}` : 'the authorisation has ended';
      const { itemId, id, details } = post;
      return {
        objectId: itemId ?? id,
        name: details?.text || details?.creatorName || null,
        reason,
        fix: FIX,
      };
    });
  }

  notice(account: AdAccountRef, fresh: readonly Finding[]): HealthNotice {
    const count = fresh.length;
    const matter = count === 1 ? 'a Spark authorisation ends' : `${count} Spark authorisations end`;
    const lines = fresh.map(({ name, objectId, reason }) => `${named(name, objectId)}: ${reason}`);
    return {
      kind: 'spark_post_expiring',
      severity: 'warning',
      title: accountTitle(account, matter),
      detail: `${listed(lines)} Ads with the post stop then. ${FIX}`,
    };
  }

  over(account: AdAccountRef): string {
    return accountTitle(account, 'the Spark authorisation is renewed or over');
  }
}

const ENDED = new Set(['CANCELED', 'EXPIRED']);
const LONG_AGO = new Date(0);

/** Null: TikTok names no end. */
function endOf({ details, authorizedUntil }: SparkPostRow): Date | null {
  return ENDED.has(details?.authStatus ?? '') ? LONG_AGO : authorizedUntil;
}

function lasts(row: SparkPostRow): number {
  return endOf(row)?.getTime() ?? Infinity;
}

/** The longest authorisation of each post. */
function byPost(rows: readonly SparkPostRow[]): SparkPostRow[] {
  const longest = new Map<string, SparkPostRow>();
  for (const row of rows) {
    const key = row.itemId ?? row.id;
    const other = longest.get(key);
    if (!other || lasts(row) > lasts(other)) longest.set(key, row);
  }
  return [...longest.values()];
}
