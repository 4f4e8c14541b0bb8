import type { AdGroup } from '../../ads/ad-objects.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, notFound } from '../../wire/business-error.js';

/** An Upgraded Smart+ ad group that is not deleted. @throws BusinessError 40007, 40002 for a manual one */
export function requireSmartPlusAdGroup({ tables, advertiser }: AdvertiserCall, id: string): AdGroup {
  const group = tables.adgroups.getOf(advertiser.id, id);
  if (!group || group.operationStatus === 'DELETE') throw notFound(`Ad group ${id} does not exist.`);
  if (!group.isUsPlus) throw invalidParam(`adgroup_id: ${id} is not an Upgraded Smart+ ad group.`);
  return group;
}
