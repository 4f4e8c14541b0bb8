import type { AdvertiserCall } from '../../wire/business-call.js';
import { notFound } from '../../wire/business-error.js';
import type { AdGroup } from '../ad-objects.js';
import { requireManual } from '../manual-only.js';

/** A manual ad group of the advertiser that is not deleted. @throws BusinessError 40007, 40002 for Upgraded Smart+ */
export function requireAdGroup({ tables, advertiser }: AdvertiserCall, id: string): AdGroup {
  const group = tables.adgroups.getOf(advertiser.id, id);
  if (!group || group.operationStatus === 'DELETE') throw notFound(`Ad group ${id} does not exist.`);
  requireManual(group, 'Ad group');
  return group;
}
