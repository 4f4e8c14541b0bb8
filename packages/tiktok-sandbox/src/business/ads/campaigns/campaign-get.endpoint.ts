import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import { objectFilter } from '../object-filter.js';
import { campaignStatus } from '../object-status.js';
import { statusFilter } from '../status-filter.js';
import { CAMPAIGN_FIELDS, campaignView } from './campaign-view.js';

export const campaignGet = advertiserEndpoint({
  method: 'GET',
  path: '/campaign/get/',
  handle({ params, state, tables, advertiser }) {
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'campaign');
    const hasStatus = statusFilter(filtering);
    const rows = tables.campaigns
      .of(advertiser.id)
      .filter((row) => matches({ ...row, campaignId: row.id }) && hasStatus(campaignStatus(state, row)))
      .toReversed();
    const { list, page_info } = pageOf(params, rows);
    return {
      list: selectFields(
        params,
        list.map((row) => campaignView(state, row)),
        CAMPAIGN_FIELDS,
      ),
      page_info,
    };
  },
});
