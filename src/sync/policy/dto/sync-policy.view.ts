import type { SyncPolicy } from '../../../config/index.js';
import type { SyncPolicyRow } from '../sync-policy.entity.js';

export class CadenceStepView {
  /**
   * The step applies to videos younger than this many days.
   * @asType integer
   */
  underDays: number;

  /**
   * Hours between two readings of such a video.
   * @asType integer
   */
  everyHours: number;
}

/** What applies: the organisation's own values, and the service's defaults for the rest. */
export class EffectiveSyncPolicyView {
  /** From young to old. */
  videos: CadenceStepView[];

  /** @asType integer */
  discoverEveryHours: number;

  /** @asType integer */
  fullListingEveryDays: number;

  /** @asType integer */
  insightsEveryHours: number;

  /** @asType integer */
  profileEveryHours: number;

  /** @asType integer */
  commentsEveryHours: number;

  /** @asType integer */
  adsEveryHours: number;

  adsToday: boolean;

  adsRereadDays: number[];
}

/** What the organisation has set. Null: the service's default. */
export class SyncPolicyView {
  videos: CadenceStepView[] | null;

  /** @asType integer */
  discoverEveryHours: number | null;

  /** @asType integer */
  fullListingEveryDays: number | null;

  /** @asType integer */
  insightsEveryHours: number | null;

  /** @asType integer */
  profileEveryHours: number | null;

  /** @asType integer */
  commentsEveryHours: number | null;

  /** @asType integer */
  adsEveryHours: number | null;

  adsToday: boolean | null;

  adsRereadDays: number[] | null;

  effective: EffectiveSyncPolicyView;

  /** Null: the organisation has set nothing. */
  updatedBy: string | null;

  updatedAt: Date | null;
}

export function toSyncPolicyView(row: SyncPolicyRow | null, effective: SyncPolicy): SyncPolicyView {
  const own = row?.policy ?? {};
  return {
    videos: own.videos ?? null,
    discoverEveryHours: own.discoverEveryHours ?? null,
    fullListingEveryDays: own.fullListingEveryDays ?? null,
    insightsEveryHours: own.insightsEveryHours ?? null,
    profileEveryHours: own.profileEveryHours ?? null,
    commentsEveryHours: own.commentsEveryHours ?? null,
    adsEveryHours: own.adsEveryHours ?? null,
    adsToday: own.adsToday ?? null,
    adsRereadDays: own.adsRereadDays ?? null,
    effective,
    updatedBy: row?.updatedBy ?? null,
    updatedAt: row?.updatedAt ?? null,
  };
}
