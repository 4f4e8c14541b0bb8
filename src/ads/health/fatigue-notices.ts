import { Injectable } from '@nestjs/common';
import { cutText, ForbiddenError } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { Notifier, type NewNotification } from '../../notifications/index.js';
import type { FatigueEvent } from '../../tiktok/index.js';
import { accountTitle } from './account-title.js';

const NAMES = `
  SELECT id, name FROM ad_objects
  WHERE organisation_id = $1 AND account_id = $2 AND level = 'ad' AND id = ANY($3::text[])`;
const MOST_NAMES = 5;
const MOST_CHARACTERS = 60;

/** Reports ads that users have seen too often. TikTok has no call that reports when this is over, so the notice stays. */
@Injectable()
export class FatigueNotices {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly accounts: AdAccountAccess,
    private readonly notifier: Notifier,
  ) {}

  /** Notifies an organisation, once per account and day. Does nothing if the organisation does not use the account. */
  async report(organisationId: string, event: FatigueEvent): Promise<void> {
    await this.orgContext.run(organisationId, 'creative fatigue', async () => {
      const account = await this.open(event.advertiserId);
      if (!account) return;
      await this.orgContext.transaction(async (em) => {
        const rows = await queryRows<{ id: string; name: string | null }>(em, NAMES, [
          organisationId,
          account.accountId,
          event.adIds,
        ]);
        const names = new Map(rows.map(({ id, name }) => [id, name]));
        const ads = event.adIds.map((id) => names.get(id) ?? id);
        await this.notifier.notify(em, organisationId, fatigueNotice(account, ads, event.day));
      });
    });
  }

  private async open(accountId: string): Promise<AdAccountRef | undefined> {
    try {
      return await this.accounts.find(accountId);
    } catch (error) {
      if (error instanceof ForbiddenError) return undefined;
      throw error;
    }
  }
}

/** @param ads names, or ids of ads without one. @param day in UTC */
export function fatigueNotice(account: AdAccountRef, ads: readonly string[], day: string): NewNotification {
  const shown = ads.slice(0, MOST_NAMES).map((name) => `“${cutText(name, MOST_CHARACTERS)}”`);
  const more = ads.length > MOST_NAMES ? ` and ${ads.length - MOST_NAMES} more` : '';
  const which = ads.length === 0 ? 'ads of this account' : `these ads: ${shown.join(', ')}${more}`;
  return {
    kind: 'ad_creative_fatigue',
    severity: 'info',
    title: accountTitle(account, 'users tire of an ad'),
    detail:
      `TikTok reports that users have seen the creative too often in ${which}. Their cost may rise and their results may drop. ` +
      'Add new creatives, or pause these ads.',
    subject: { type: 'ad_account', id: account.accountId },
    dedupeKey: `ad_fatigue:${account.accountId}:${day}`,
  };
}
