import type { SyncPolicyDto } from './dto/sync-policy.dto.js';
import type { OwnSyncPolicy } from './sync-policy.entity.js';

/** Returns what the body sets. Steps are sorted by age, as the cadence expects them. */
export function ownPolicyOf(body: SyncPolicyDto): OwnSyncPolicy {
  const { videos, adsRereadDays, ...plain } = body;
  const set = Object.entries(plain).filter(([, value]) => value !== null && value !== undefined);
  return {
    ...(Object.fromEntries(set) as OwnSyncPolicy),
    ...(videos && {
      videos: videos
        .map(({ underDays, everyHours }) => ({ underDays, everyHours }))
        .toSorted((one, other) => one.underDays - other.underDays),
    }),
    ...(adsRereadDays && { adsRereadDays: adsRereadDays.toSorted((one, other) => one - other) }),
  };
}
