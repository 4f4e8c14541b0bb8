/** Where an ad account shows a comment, and what it may do with it. Null: TikTok has not said. */
export interface AdPlacement {
  /** TikTok's advertiser id. */
  accountId: string;
  adGroupId: string;
  adGroupName: string | null;
  /** Null for Upgraded Smart+. */
  adId: string | null;
  adName: string | null;
  campaignId: string | null;
  campaignName: string | null;
  /** The post that the ad shows. */
  itemId: string | null;
  identityId: string | null;
  identityType: string | null;
  canDelete: boolean | null;
  /** True if the identity of the ad lets the ad account answer. */
  canAnswer: boolean | null;
  /** True if the post belongs to the account whose inbox has the comment. */
  isOwnPost: boolean;
}

/** The latest report of each ad group: a post may be shown by several. */
export type AdPlacements = Readonly<Record<string, { value: AdPlacement; at: number }>>;

/** Identifies the ad group in the facts. */
export function placementKey({ accountId, adGroupId }: Pick<AdPlacement, 'accountId' | 'adGroupId'>): string {
  return `${accountId}/${adGroupId}`;
}

/** Adds a report. The result does not depend on the order of reports. */
export function addPlacement(
  before: AdPlacements | undefined,
  placement: AdPlacement,
  at: number,
): AdPlacements {
  const key = placementKey(placement);
  const one = { value: inOrder(placement), at };
  const other = before?.[key];
  return { ...before, [key]: other && !isLater(one, other) ? other : one };
}

/** All places of a comment. The first one has an ad that is known by its id, and never changes with the order of reports. */
export function placementsOf(placements: AdPlacements | undefined): AdPlacement[] {
  return Object.values(placements ?? {})
    .map(({ value }) => inOrder(value))
    .toSorted((one, other) => Number(one.adId === null) - Number(other.adId === null) || byKey(one, other));
}

function byKey(one: AdPlacement, other: AdPlacement): number {
  return placementKey(one) < placementKey(other) ? -1 : 1;
}

function isLater(one: AdPlacements[string], other: AdPlacements[string]): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return JSON.stringify(one.value) > JSON.stringify(inOrder(other.value));
}

/** PostgreSQL returns the fields of JSON in its own order. */
function inOrder(placement: AdPlacement): AdPlacement {
  const { accountId, adGroupId, adGroupName, adId, adName, campaignId, campaignName } = placement;
  const { itemId, identityId, identityType, canDelete, canAnswer, isOwnPost } = placement;
  return {
    accountId,
    adGroupId,
    adGroupName,
    adId,
    adName,
    campaignId,
    campaignName,
    itemId,
    identityId,
    identityType,
    canDelete,
    canAnswer,
    isOwnPost,
  };
}
