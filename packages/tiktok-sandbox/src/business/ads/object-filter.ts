import type { BusinessState } from '../store/business-state.js';
import type { Params } from '../wire/params.js';
import { fieldFilter } from './field-filter.js';
import type { Filterable } from './filterable.js';

const MAX_IDS = 100;

/**
 * Reads `filtering` of the lists of campaigns, ad groups and ads.
 * @param level which of the id filters is the row's own, and what its name filter is called
 * @throws BusinessError 40002, also for more than 100 ids
 */
export function objectFilter(
  state: BusinessState,
  filtering: Params | undefined,
  level: 'campaign' | 'adgroup' | 'ad' | 'smart_plus_ad',
): (row: Filterable) => boolean {
  if (!filtering) return () => true;
  const campaignIds = idSet(filtering, 'campaign_ids');
  const adgroupIds = level === 'campaign' ? undefined : idSet(filtering, 'adgroup_ids');
  const adIds = level.endsWith('ad') ? idSet(filtering, `${level}_ids`) : undefined;
  const name = filtering.text(`${level}_name`)?.toLowerCase();
  const objective = filtering.text('objective_type');
  const goal = filtering.text('optimization_goal');
  const buyingTypes = filtering.texts('buying_types');
  const from = filtering.time('creation_filter_start_time');
  const until = filtering.time('creation_filter_end_time');
  const modifiedAfter = filtering.time('modified_after');
  const hasFields = fieldFilter(state, filtering);
  return (row) => {
    const adgroupId = row.adgroupId ?? row.id;
    const { tables } = state;
    return (
      (!campaignIds || campaignIds.has(row.campaignId)) &&
      (!adgroupIds || adgroupIds.has(adgroupId)) &&
      (!adIds || adIds.has(row.id)) &&
      (name === undefined || row.name.toLowerCase().includes(name)) &&
      (objective === undefined || tables.campaigns.get(row.campaignId)?.objectiveType === objective) &&
      (goal === undefined ||
        (tables.adgroups.get(adgroupId)?.fields ?? row.fields)['optimization_goal'] === goal) &&
      hasFields(row) &&
      (buyingTypes === undefined || buyingTypes.includes('AUCTION')) &&
      (from === undefined || row.createdAt >= from) &&
      (until === undefined || row.createdAt <= until) &&
      (modifiedAfter === undefined || row.modifiedAt > modifiedAfter)
    );
  };
}

function idSet(filtering: Params, key: string): Set<string> | undefined {
  const ids = filtering.texts(key, { max: MAX_IDS });
  return ids && new Set(ids);
}
