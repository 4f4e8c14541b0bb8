import type { AdDto } from '../spec/ad.dto.js';
import type { LaunchAdGroupDto } from '../spec/ad-group.dto.js';
import type { IdentityDto } from '../spec/identity.dto.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';

/** Something that a launch takes from its ad account. */
export interface Named {
  id: string;
  /** Where the body names it first. */
  field: string;
}

export interface NamedPost extends Named {
  identity: IdentityDto;
}

export interface NamedEvent extends Named {
  pixelId: string;
}

/** Locations that one ad group targets. */
export interface NamedLocations {
  ids: readonly string[];
  placements: readonly string[];
  field: string;
}

/** What a launch takes from its ad account, each thing once. */
export interface NamedThings {
  identities: (Named & { type: string; businessCenterId?: string })[];
  pixels: Named[];
  events: NamedEvent[];
  apps: Named[];
  languages: Named[];
  audiences: Named[];
  locations: NamedLocations[];
  videos: Named[];
  covers: Named[];
  images: Named[];
  uploads: Named[];
  posts: NamedPost[];
}

const ON_TIKTOK = ['PLACEMENT_TIKTOK'];

/** Lists what a body names. @param launch without nulls */
export function namedThings({ adGroups }: LaunchBody): NamedThings {
  const groups = adGroups.map((group, at) => ({ group, path: `adGroups[${at}]` }));
  const ads = groups.flatMap(({ group, path }) =>
    group.ads.map((ad, at) => ({ ad, path: `${path}.ads[${at}]` })),
  );
  const ofGroups = (field: string, read: (group: LaunchAdGroupDto) => Ids) =>
    firsts(groups.flatMap(({ group, path }) => named(read(group), `${path}.${field}`)));
  const ofAds = (field: string, read: (ad: AdDto) => Ids) =>
    firsts(ads.flatMap(({ ad, path }) => named(read(ad), `${path}.${field}`)));
  return {
    identities: firsts(
      ads.flatMap(({ ad: { identity }, path }) =>
        identity.type === 'AUTH_CODE' ? [] : [{ ...identity, field: `${path}.identity.id` }],
      ),
    ),
    pixels: ofGroups('pixelId', ({ pixelId }) => pixelId),
    events: groups.flatMap(({ group: { pixelId, optimizationEvent: id }, path }) =>
      pixelId === undefined || id === undefined ? [] : [{ id, pixelId, field: `${path}.optimizationEvent` }],
    ),
    apps: ofGroups('appId', ({ appId }) => appId),
    languages: ofGroups('targeting.languages', ({ targeting }) => targeting.languages),
    audiences: firsts([
      ...ofGroups('targeting.audienceIds', ({ targeting }) => targeting.audienceIds),
      ...ofGroups('targeting.excludedAudienceIds', ({ targeting }) => targeting.excludedAudienceIds),
    ]),
    locations: groups.map(({ group: { targeting, placements }, path }) => ({
      ids: targeting.locationIds,
      placements: placements?.length ? placements : ON_TIKTOK,
      field: `${path}.targeting.locationIds`,
    })),
    videos: ofAds('creative.videoId', ({ creative }) => creative.videoId),
    covers: ofAds('creative.coverImageId', ({ creative }) => creative.coverImageId),
    images: ofAds('creative.imageIds', ({ creative }) => creative.imageIds),
    uploads: ofAds('creative.uploadId', ({ creative }) => creative.uploadId),
    posts: firstPosts(ads),
  };
}

type Ids = string | readonly string[] | undefined;

function named(ids: Ids, field: string): Named[] {
  return [ids ?? []].flat().map((id) => ({ id, field }));
}

function firstPosts(ads: readonly { ad: AdDto; path: string }[]): NamedPost[] {
  const all = ads.flatMap(({ ad: { creative, identity }, path }) =>
    creative.postId === undefined
      ? []
      : [{ id: creative.postId, identity, field: `${path}.creative.postId` }],
  );
  return firsts(all, ({ id, identity }) => `${id} ${identity.type} ${identity.id}`);
}

function firsts<Item extends Named>(items: readonly Item[], key: (item: Item) => string = keyOf): Item[] {
  const found = new Map<string, Item>();
  for (const item of items) if (!found.has(key(item))) found.set(key(item), item);
  return [...found.values()];
}

function keyOf(item: Named & { type?: string }): string {
  return `${item.type ?? ''} ${item.id}`;
}
