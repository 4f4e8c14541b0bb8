import { updateStatusPartly } from '../partial-status.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { requireSmartPlusCampaign } from './require-campaign.js';

export const smartPlusCampaignStatus = smartPlusWrite('/campaign/status/update/', (call) => {
  const { done, errors } = updateStatusPartly(call, 'campaign_ids', requireSmartPlusCampaign);
  return {
    campaign_list: done.map(({ id, status }) => ({ campaign_id: id, status })),
    error_list: errors.map(({ id, error_message }) => ({ campaign_id: id, error_message })),
  };
});
