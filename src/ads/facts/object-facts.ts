import { Injectable } from '@nestjs/common';
import type { AdAccountRef } from '../../integrations/index.js';
import type { AdDto } from '../spec/ad.dto.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import { AccountFactFinder, type KnownFacts } from './account-fact-finder.js';

/** What is known for one object. Fields start at the object. */
export type ObjectKnowledge = Pick<KnownFacts, 'facts' | 'unchecked'>;

// What its ad group names was checked when that was created.
const NO_GROUP: AdGroupDto = {
  name: '',
  optimizationGoal: '',
  bid: { type: 'BID_TYPE_NO_BID' },
  targeting: { locationIds: [] },
};

/** Asks TikTok for what a single ad group or ad names, as the check of a launch does. */
@Injectable()
export class ObjectFacts {
  constructor(private readonly finder: AccountFactFinder) {}

  async ofAdGroup(account: AdAccountRef, campaign: CampaignDto, group: AdGroupDto): Promise<ObjectKnowledge> {
    const adGroups = [{ ...group, ads: [] }];
    const body = { ...campaign, accountId: account.accountId, adGroups };
    return relativeTo('adGroups[0].', await this.finder.find(account, body, 'interactive'));
  }

  /** @returns also the ad, with the post in the place of a publication that is advertised as such */
  async ofAd(
    account: AdAccountRef,
    campaign: CampaignDto,
    ad: AdDto,
  ): Promise<ObjectKnowledge & { ad: AdDto }> {
    const adGroups = [{ ...NO_GROUP, ads: [ad] }];
    const body = { ...campaign, accountId: account.accountId, adGroups };
    const known = await this.finder.find(account, body, 'interactive');
    const shown = known.body.adGroups[0]?.ads[0] ?? ad;
    return { ...relativeTo('adGroups[0].ads[0].', known), ad: shown };
  }
}

function relativeTo(path: string, { facts, unchecked }: KnownFacts): ObjectKnowledge {
  return {
    facts,
    unchecked: unchecked.map(({ field, reason }) => ({
      field: field.startsWith(path) ? field.slice(path.length) : field,
      reason,
    })),
  };
}
