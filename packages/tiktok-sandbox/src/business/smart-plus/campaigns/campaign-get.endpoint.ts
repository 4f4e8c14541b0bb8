import { objectFilter } from '../../ads/object-filter.js';
import { campaignStatus } from '../../ads/object-status.js';
import { statusFilter } from '../../ads/status-filter.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import { SMART_PLUS_CAMPAIGN_FIELDS } from './campaign-fields.js';
import { smartPlusCampaignView } from './campaign-view.js';

/** Reads need no allowlist. */
export const smartPlusCampaignGet = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/campaign/get/',
  handle({ params, state, tables, advertiser }) {
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'campaign');
    const hasStatus = statusFilter(filtering);
    const rows = tables.campaigns
      .of(advertiser.id)
      .filter((row) => row.isUsPlus)
      .filter((row) => matches({ ...row, campaignId: row.id }) && hasStatus(campaignStatus(state, row)))
      .toReversed();
    const { list, page_info } = pageOf(params, rows);
    const views = list.map((row) => smartPlusCampaignView(state, row));
    return { list: selectFields(params, views, SMART_PLUS_CAMPAIGN_FIELDS), page_info };
  },
});
