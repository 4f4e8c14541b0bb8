import { updateStatusPartly } from '../partial-status.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { requireSmartPlusAdGroup } from './require-adgroup.js';

export const smartPlusAdGroupStatus = smartPlusWrite('/adgroup/status/update/', (call) => {
  const { done, errors } = updateStatusPartly(call, 'adgroup_ids', requireSmartPlusAdGroup);
  return {
    adgroup_list: done.map(({ id, status }) => ({ adgroup_id: id, status })),
    error_list: errors.map(({ id, error_message }) => ({ adgroup_id: id, error_message })),
  };
});
