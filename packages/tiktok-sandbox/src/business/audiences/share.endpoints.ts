import { grantedAdvertiser } from '../wire/admission.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { requireAudience } from './audience-write.endpoints.js';

const MAX_IDS = 100;

/** Other ad accounts that this token may act for get to use the audiences. All or nothing. */
const share = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/share/',
  handle(call) {
    const ids = call.params.requireTexts('custom_audience_ids', { max: MAX_IDS });
    const others = call.params
      .requireTexts('shared_advertiser_ids', { max: MAX_IDS })
      .map((id) => grantedAdvertiser(call, call.grant, id).id);
    for (const audience of ids.map((id) => requireAudience(call, id)))
      audience.sharedWith = [...new Set([...audience.sharedWith, ...others])];
    return {};
  },
});

const cancel = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/share/cancel/',
  handle(call) {
    const audience = requireAudience(call, call.params.requireText('custom_audience_id'));
    const other = call.params.requireText('shared_advertiser_id');
    if (!audience.sharedWith.includes(other))
      throw notFound(`Audience ${audience.id} is not shared with ${other}.`);
    audience.sharedWith = audience.sharedWith.filter((id) => id !== other);
    return {};
  },
});

const log = advertiserEndpoint({
  method: 'GET',
  path: '/dmp/custom_audience/share/log/',
  handle(call) {
    const audience = requireAudience(call, call.params.requireText('custom_audience_id'));
    return {
      list: audience.sharedWith.map((id) => ({
        custom_audience_id: audience.id,
        shared_advertiser_id: id,
        shared_advertiser_name: call.tables.advertisers.get(id)?.name ?? '',
        status: 'SHARED',
      })),
    };
  },
});

export const SHARE_ENDPOINTS: readonly BusinessEndpoint[] = [share, cancel, log];
