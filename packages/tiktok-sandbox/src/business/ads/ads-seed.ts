import type { World } from '../../world.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import { currencyRatio } from '../advertisers/currencies.js';
import { REGIONS } from '../advertisers/regions.js';
import { addSeedImage, addSeedVideo } from '../files/file-seed.js';
import type { AdGroup, Campaign } from './ad-objects.js';
import { refreshDelivery } from './delivery.js';

/** Objectives of the seeded campaigns with what their ad groups aim at. */
const CAMPAIGNS = [
  { name: 'Always on', objective: 'TRAFFIC', goal: 'CLICK', billing: 'CPC' },
  { name: 'Autumn sale', objective: 'WEB_CONVERSIONS', goal: 'CONVERT', billing: 'OCPM' },
] as const;

const ADGROUPS = ['Broad', 'Lookalike'] as const;
const ADS = ['Hook A', 'Hook B'] as const;
const DAILY_USD = 60;
const TEN_YEARS_MS = 315_360_000_000;

/** Two campaigns with two ad groups of two ads each, all approved and delivering since `startedAt`. */
export function seedAds(world: World, advertiser: Advertiser, startedAt: number): void {
  for (const plan of CAMPAIGNS) {
    const campaign = addCampaign(world, advertiser, plan, startedAt);
    for (const name of ADGROUPS) {
      const group = addGroup(world, advertiser, campaign, plan, name, startedAt);
      for (const ad of ADS) addAd(world, advertiser, group, ad, startedAt);
    }
  }
  refreshDelivery(world, advertiser.id, startedAt);
}

function addCampaign(
  { business: { tables, ids } }: World,
  advertiser: Advertiser,
  plan: (typeof CAMPAIGNS)[number],
  at: number,
): Campaign {
  return tables.campaigns.add({
    id: ids.next(at),
    advertiserId: advertiser.id,
    name: plan.name,
    objectiveType: plan.objective,
    budgetMode: 'BUDGET_MODE_INFINITE',
    budget: 0,
    budgetOptimizeOn: false,
    operationStatus: 'ENABLE',
    requestId: null,
    createdAt: at,
    modifiedAt: at,
    fields: {},
  });
}

function addGroup(
  { business: { tables, ids } }: World,
  advertiser: Advertiser,
  campaign: Campaign,
  plan: (typeof CAMPAIGNS)[number],
  name: string,
  at: number,
): AdGroup {
  const country = REGIONS.find(({ code }) => code === advertiser.country);
  return tables.adgroups.add({
    id: ids.next(at),
    advertiserId: advertiser.id,
    campaignId: campaign.id,
    name: `${campaign.name} · ${name}`,
    budgetMode: 'BUDGET_MODE_DAY',
    budget: DAILY_USD * currencyRatio(advertiser.currency),
    scheduledBudget: 0,
    startsAt: at,
    endsAt: at + TEN_YEARS_MS,
    operationStatus: 'ENABLE',
    requestId: null,
    createdAt: at,
    modifiedAt: at,
    fields: {
      placement_type: 'PLACEMENT_TYPE_NORMAL',
      placements: ['PLACEMENT_TIKTOK'],
      location_ids: country ? [country.id] : [],
      promotion_type: 'WEBSITE',
      optimization_goal: plan.goal,
      billing_event: plan.billing,
      bid_type: 'BID_TYPE_NO_BID',
      pacing: 'PACING_MODE_SMOOTH',
      schedule_type: 'SCHEDULE_FROM_NOW',
    },
  });
}

function addAd(world: World, advertiser: Advertiser, group: AdGroup, name: string, at: number): void {
  const { tables, ids } = world.business;
  const [identity] = tables.identities.of(advertiser.id);
  tables.ads.add({
    id: ids.next(at),
    advertiserId: advertiser.id,
    campaignId: group.campaignId,
    adgroupId: group.id,
    name: `${group.name} · ${name}`,
    operationStatus: 'ENABLE',
    review: 'approved',
    rejectReason: '',
    reviewEndsAt: null,
    delivery: [],
    seedName: `${advertiser.seedName}/ad/${tables.ads.countOf(advertiser.id)}`,
    createdAt: at,
    modifiedAt: at,
    fields: {
      ad_format: 'SINGLE_VIDEO',
      identity_type: 'CUSTOMIZED_USER',
      identity_id: identity?.id ?? '',
      video_id: addSeedVideo(world, advertiser, `${group.name} · ${name}`, at),
      image_ids: [addSeedImage(world, advertiser, `${group.name} · ${name}`, at)],
      ad_text: `${name}: see what is new`,
      call_to_action: 'SHOP_NOW',
      landing_page_url: 'https://shop.example.com/',
    },
  });
}
