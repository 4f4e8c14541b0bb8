import { notFound } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { refreshDelivery } from '../delivery.js';
import { OPERATION_STATUSES } from '../enums.js';
import { requireManual } from '../manual-only.js';

const MAX_IDS = 20;

/** All or nothing; DELETE is final, and lists no campaign afterwards. */
export const campaignStatusUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/campaign/status/update/',
  handle({ params, world, tables, advertiser, now }) {
    const ids = params.requireTexts('campaign_ids', { max: MAX_IDS });
    const status = params.requireOneOf('operation_status', OPERATION_STATUSES);
    const campaigns = ids.map((id) => {
      const campaign = tables.campaigns.getOf(advertiser.id, id);
      if (!campaign || campaign.operationStatus === 'DELETE')
        throw notFound(`Campaign ${id} does not exist.`);
      requireManual(campaign, 'Campaign');
      return campaign;
    });
    for (const campaign of campaigns) Object.assign(campaign, { operationStatus: status, modifiedAt: now });
    refreshDelivery(world, advertiser.id);
    const mode = params.text('postback_window_mode') ?? null;
    const left = status === 'DELETE' ? [] : ids;
    return {
      campaign_ids: ids,
      status,
      campaign_list: left.map((id) => ({ campaign_id: id, status, postback_window_mode: mode })),
    };
  },
});
