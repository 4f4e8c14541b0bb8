import type { WireBody } from '../../tiktok/index.js';
import type { AdChange } from './ad-change.entity.js';

/** Returns the object in the body of a create. A manual ad is sent as the one creative of its call. */
export function sentObject({ family, level, body }: Pick<AdChange, 'family' | 'level' | 'body'>): WireBody {
  if (family !== 'manual' || level !== 'ad') return body;
  const [creative] = body.creatives as WireBody[];
  return { adgroup_id: body.adgroup_id, ...creative };
}
