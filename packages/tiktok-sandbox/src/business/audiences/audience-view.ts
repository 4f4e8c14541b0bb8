import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { timeText } from '../wire/time-text.js';
import type { Audience } from './audience.js';

const EXPIRING_MS = 60 * 86_400_000;

const KINDS: Record<Audience['kind'], string> = {
  file: 'Customer File Audience',
  stream: 'Customer File Audience',
  lookalike: 'Lookalike Audience',
};

/** An audience as the list has it; the count is 0 until matching has ended. Source: recorded answers. */
export function audienceView({ advertiser, now }: AdvertiserCall, audience: Audience): JsonObject {
  return {
    audience_id: audience.id,
    name: audience.name,
    audience_type: KINDS[audience.kind],
    calculate_type: audience.calculateType === '' ? null : audience.calculateType,
    cover_num: audience.coverNumber,
    shared: audience.sharedWith.length > 0,
    is_creator: audience.advertiserId === advertiser.id,
    is_valid: audience.isValid,
    is_expiring: audience.expiresAt - now < EXPIRING_MS,
    create_time: timeText(audience.createdAt),
    expired_time: timeText(audience.expiresAt),
  };
}

/** An audience as it is shown alone. */
export function audienceDetails(call: AdvertiserCall, audience: Audience): JsonObject {
  return {
    ...audienceView(call, audience),
    type: KINDS[audience.kind],
    audience_sub_type: audience.subType,
    audience_enhancement: audience.isEnhanced ?? false,
    enhancement_status: null,
    is_auto_refresh: false,
    owner_id: audience.advertiserId,
    rule: null,
    lookalike_spec: audience.lookalike,
    msg: audience.errorMessage,
    error_msg: audience.errorMessage,
  };
}
