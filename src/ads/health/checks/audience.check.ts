import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import { AudienceRefresh } from '../../audiences/audience-refresh.js';
import { AudienceStore } from '../../audiences/audience-store.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';
import { listed, named } from '../listed.js';

/** TikTok's most per ad account. Cookbook §5. */
const MOST_AUDIENCES = 400;
const FIX = 'Append customers to keep it, or create a new audience if its retention is fixed.';

/** Finds audiences that TikTok is about to delete. It says so 60 days before. */
@Injectable()
export class AudienceCheck extends HealthCheck {
  readonly topic = 'audience';

  constructor(
    private readonly audiences: AudienceStore,
    private readonly fresh: AudienceRefresh,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find({ account }: CheckedAccount): Promise<Finding[]> {
    const ours = await this.audiences.list(account.accountId, undefined, MOST_AUDIENCES);
    if (!ours.some(({ tiktokId }) => tiktokId !== null)) return [];
    await this.fresh.refresh(account, ours, 'background');
    const now = this.clock.now();
    const current = await this.audiences.list(account.accountId, undefined, MOST_AUDIENCES);
    return current.flatMap(({ id, name, isExpiring, expiresAt }) => {
      // After that day TikTok has deleted it.
      if (isExpiring !== true || (expiresAt !== null && expiresAt < now)) return [];
      const day = expiresAt?.toISOString().slice(0, 10);
      return {
        objectId: id,
        name,
        reason: day === undefined ? 'expires soon' : `expires on ${day}`,
        fix: FIX,
      };
    });
  }

  notice(account: AdAccountRef, fresh: readonly Finding[]): HealthNotice {
    const count = fresh.length;
    const lines = fresh.map(({ name, objectId, reason }) => `${named(name, objectId)} ${reason}`);
    return {
      kind: 'audience_expiring',
      severity: 'warning',
      title: accountTitle(account, count === 1 ? 'an audience expires' : `${count} audiences expire`),
      detail: `${listed(lines)} Ad groups lose it then, and those without other targeting pause. ${FIX}`,
    };
  }

  over(account: AdAccountRef): string {
    return accountTitle(account, 'audiences no longer expire');
  }
}
