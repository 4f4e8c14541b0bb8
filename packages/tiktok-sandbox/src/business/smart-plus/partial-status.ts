import type { AdGroup, Campaign } from '../ads/ad-objects.js';
import { refreshDelivery } from '../ads/delivery.js';
import { OPERATION_STATUSES } from '../ads/enums.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError } from '../wire/business-error.js';

const MAX_IDS = 20;

/** What became of each id; the answer's code is 0 even if nothing could be done. */
interface PartialStatus {
  readonly done: { readonly id: string; readonly status: string }[];
  readonly errors: { readonly id: string; readonly error_message: string }[];
}

/**
 * Sets the status of campaigns or ad groups, each for itself. Source: corrections §2c, "US+ status missing".
 * @param key of the ids
 * @param find answers an object that may be changed, or throws
 */
export function updateStatusPartly(
  call: AdvertiserCall,
  key: string,
  find: (call: AdvertiserCall, id: string) => Campaign | AdGroup,
): PartialStatus {
  const { params, world, advertiser, now } = call;
  const ids = params.requireTexts(key, { max: MAX_IDS });
  const status = params.requireOneOf('operation_status', OPERATION_STATUSES);
  const result: PartialStatus = { done: [], errors: [] };
  for (const id of ids)
    try {
      Object.assign(find(call, id), { operationStatus: status, modifiedAt: now });
      result.done.push({ id, status });
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      result.errors.push({ id, error_message: error.message });
    }
  refreshDelivery(world, advertiser.id);
  return result;
}
