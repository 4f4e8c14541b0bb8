import { mergedTargeting } from '../../drivers/targeting-merge.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import type { WireBody } from '../../../tiktok/index.js';
import type { ApplyMode } from '../audience-upload.entity.js';

type Placed = Pick<AdObject, 'family' | 'data'>;

const KEYS = ['audience_ids', 'excluded_audience_ids'] as const;
const TARGET: Record<ApplyMode, (typeof KEYS)[number] | undefined> = {
  include: 'audience_ids',
  exclude: 'excluded_audience_ids',
  disconnect: undefined,
};

/**
 * Returns what changes in an ad group so that it uses an audience as asked for, in TikTok's words; undefined if it
 * already does. Of an Upgraded Smart+ ad group this is the whole targeting.
 */
export function placementChange(group: Placed, audienceId: string, mode: ApplyMode): WireBody | undefined {
  const lists = KEYS.flatMap((key) => {
    const held = idsOf(group, key);
    const isWanted = TARGET[mode] === key;
    if (held.includes(audienceId) === isWanted) return [];
    return [[key, isWanted ? [...held, audienceId] : held.filter((id) => id !== audienceId)] as const];
  });
  if (lists.length === 0) return undefined;
  const changes = Object.fromEntries(lists);
  return group.family === 'manual' ? changes : { targeting_spec: mergedTargeting(group.data, changes) };
}

function idsOf({ family, data }: Placed, key: (typeof KEYS)[number]): string[] {
  const targeting = family === 'manual' ? data : ((data.targeting_spec ?? {}) as WireBody);
  const ids = targeting[key];
  return Array.isArray(ids) ? ids.map(String) : [];
}
