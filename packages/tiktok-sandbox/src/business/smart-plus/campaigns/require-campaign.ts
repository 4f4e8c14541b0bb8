import type { Campaign } from '../../ads/ad-objects.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, notFound } from '../../wire/business-error.js';

/** An Upgraded Smart+ campaign that is not deleted. @throws BusinessError 40007, 40002 for a manual one */
export function requireSmartPlusCampaign({ tables, advertiser }: AdvertiserCall, id: string): Campaign {
  const campaign = tables.campaigns.getOf(advertiser.id, id);
  if (!campaign || campaign.operationStatus === 'DELETE') throw notFound(`Campaign ${id} does not exist.`);
  if (!campaign.isUsPlus) throw invalidParam(`campaign_id: ${id} is not an Upgraded Smart+ Campaign.`);
  return campaign;
}
