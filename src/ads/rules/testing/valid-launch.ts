import fc from 'fast-check';
import type { AdDriver } from '../../../config/index.js';
import type { AdDto } from '../../spec/ad.dto.js';
import type { LaunchAdGroupDto } from '../../spec/ad-group.dto.js';
import type { BidDto } from '../../spec/bid.dto.js';
import type { BudgetDto } from '../../spec/budget.dto.js';
import type { LaunchBodyDto } from '../../spec/launch-body.dto.js';
import { amountText, inCurrency } from '../amounts.js';
import type { RuleContext } from '../rule-context.js';
import { GOAL_TABLE, type GoalRow } from '../tables/goal-table.js';
import { objectiveRow, type ObjectiveRow } from '../tables/objective-table.js';
import { NOW, sampleContext } from './sample-context.js';

/** A launch without complaints. */
export interface Sample {
  row: GoalRow;
  body: LaunchBodyDto;
  context: RuleContext;
}

const CURRENCIES = ['USD', 'EUR', 'PLN', 'HKD', 'JPY', 'INR', 'KRW', 'IDR', 'BRL'];
const DAY_MS = 86_400_000;
const APPS = new Set(['APP_ANDROID', 'APP_IOS']);
const ALLOWLISTED = 'CONVERSATION,DESTINATION_VISIT,AUTOMATIC_VALUE_OPTIMIZATION';

/** What a sample is made of. */
export interface Choice {
  row: GoalRow;
  driver: AdDriver;
}

/** All goals with the drivers that create them. */
export const CHOICES: Choice[] = GOAL_TABLE.flatMap((row) =>
  (objectiveRow(row.objective)?.drivers ?? [])
    .filter((driver) => row.driver === undefined || row.driver === driver)
    .map((driver) => ({ row, driver })),
);

const variety = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  onCampaign: fc.boolean(),
  lifetime: fc.boolean(),
  custom: fc.boolean(),
  explicit: fc.boolean(),
  days: fc.integer({ min: 1, max: 30 }),
  times: fc.integer({ min: 1, max: 500 }),
  groups: fc.integer({ min: 1, max: 3 }),
  ads: fc.array(fc.constantFrom('video', 'post', 'carousel'), { minLength: 1, maxLength: 3 }),
  second: fc.boolean(),
});
type Variety = typeof variety extends fc.Arbitrary<infer Value> ? Value : never;

/** Generates launches that TikTok accepts. */
export function validLaunch(choices: readonly Choice[] = CHOICES): fc.Arbitrary<Sample> {
  return fc.tuple(fc.constantFrom(...choices), variety).map(([choice, how]) => sampleOf(choice, how));
}

function sampleOf({ row, driver }: Choice, how: Variety): Sample {
  const context = sampleContext(driver, how.currency, { ADS_ALLOWLISTED: ALLOWLISTED });
  const objective = objectiveRow(row.objective) as ObjectiveRow;
  const appValue = row.objective === 'APP_PROMOTION' && row.goal === 'VALUE';
  const mayOptimize = objective.daily !== 'BUDGET_MODE_DAY' || how.lifetime;
  const onCampaign = (how.onCampaign && mayOptimize) || (appValue && driver === 'us_plus');
  const budget = budgetOf(how, onCampaign ? 50 : 20);
  const ends = how.lifetime || row.goal === 'ENGAGED_VIEW_FIFTEEN';
  const group = groupOf(row, driver, objective, how);
  const body: LaunchBodyDto = {
    accountId: '7400000000000000001',
    name: 'Spring',
    objective: row.objective,
    budget: onCampaign ? budget : { mode: 'none' },
    schedule: { start: timeAfter(1), end: ends ? timeAfter(1 + how.days) : null },
    ...(row.objective === 'PRODUCT_SALES' && { productSource: 'CATALOG' as const }),
    adGroups: Array.from({ length: how.groups }, (_, index) => ({
      ...structuredClone(group),
      name: `Group ${index}`,
      ...(!onCampaign && { budget }),
      ads: how.ads.map((kind, at) => adOf(row, driver, objective, group, how, kind, `Ad ${at}`)),
    })),
  };
  return { row, body, context };
}

function budgetOf({ currency, lifetime, days, times }: Variety, usd: number): BudgetDto {
  const least = inCurrency(usd, currency) ?? 0n;
  const amount = amountText(least * BigInt(times) * (lifetime ? BigInt(days) : 1n), currency);
  return { mode: lifetime ? 'lifetime' : 'daily', amount };
}

function timeAfter(days: number): string {
  return new Date(+NOW + days * DAY_MS).toISOString();
}

function groupOf(row: GoalRow, driver: AdDriver, objective: ObjectiveRow, how: Variety): LaunchAdGroupDto {
  const accepted = row.promotions ?? objective.promotions;
  const smart = driver === 'us_plus' || how.second ? 0 : accepted.length - 1;
  const promotionType = row.objective === 'LEAD_GENERATION' ? accepted[0] : accepted[smart];
  const explicit = how.explicit || objective.choose || promotionType !== objective.promotions[0];
  const event =
    typeof row.event === 'string' ? { any: 'SHOPPING', none: '', auto: '' }[row.event] : row.event[0];
  const pixel = row.pixel === 'required' || (row.pixel !== 'none' && driver === 'manual' && how.second);
  return {
    name: '',
    optimizationGoal: row.goal,
    bid: bidOf(row, driver, how),
    targeting: { locationIds: ['6252001'], ageGroups: ['AGE_25_34'], audienceIds: [] },
    ads: [],
    ...(explicit && promotionType && { promotionType }),
    ...(APPS.has(promotionType ?? '') && { appId: '7200000000000000001' }),
    ...(event && { optimizationEvent: event }),
    ...(pixel && { pixelId: '7300000000000000001' }),
    ...(how.second && { placements: ['PLACEMENT_TIKTOK'] }),
    ...(row.objective === 'REACH' && { frequency: { impressions: 3, days: 7 } }),
    ...(row.objective === 'PRODUCT_SALES' && {
      catalogId: '7100000000000000001',
      catalogBusinessCenterId: '7000000000000000001',
    }),
  };
}

function bidOf(row: GoalRow, driver: AdDriver, { custom, lifetime, currency }: Variety): BidDto {
  const capped = custom && !(driver === 'us_plus' && lifetime);
  if (row.bids === 'value')
    return {
      type: 'BID_TYPE_NO_BID',
      ...(capped ? { deepBidType: 'VO_MIN_ROAS', roas: '1.50' } : { deepBidType: 'VO_HIGHEST_VALUE' }),
    };
  if (row.bids === 'max_delivery' || !capped) return { type: 'BID_TYPE_NO_BID' };
  return { type: 'BID_TYPE_CUSTOM', amount: amountText(inCurrency(1, currency) ?? 0n, currency) };
}

function adOf(
  row: GoalRow,
  driver: AdDriver,
  objective: ObjectiveRow,
  group: LaunchAdGroupDto,
  how: Variety,
  kind: string,
  name: string,
): AdDto {
  const post = kind === 'post';
  const creative =
    kind === 'carousel' && objective.carousel
      ? { imageIds: ['i1', 'i2'], musicId: 'm1' }
      : { videoId: 'v1', coverImageId: 'c1' };
  return {
    name,
    identity: how.second
      ? { type: 'BC_AUTH_TT', id: 'identity', businessCenterId: '7000000000000000001' }
      : { type: 'TT_USER', id: 'identity' },
    creative: post ? { postId: '7500000000000000001' } : creative,
    ...(!post && { text: 'New drop' }),
    ...destinationOf(row, driver, group, how),
  };
}

function destinationOf(
  row: GoalRow,
  driver: AdDriver,
  { promotionType }: LaunchAdGroupDto,
  { second }: Variety,
): Partial<AdDto> {
  const site = { landingPageUrl: 'https://shop.example/spring', callToAction: 'SHOP_NOW' };
  if (row.goal === 'FOLLOWERS') return {};
  if (row.goal === 'PAGE_VISIT') return { tiktokPageCategory: 'PROFILE_PAGE', callToAction: 'VIEW_PROFILE' };
  if (row.goal === 'CONVERSATION' || APPS.has(promotionType ?? '')) return { callToAction: 'LEARN_MORE' };
  if (row.goal === 'LEAD_GENERATION') return { pageId: '7600000000000000001', callToAction: 'SIGN_UP' };
  if (['REACH', 'VIDEO_VIEWS', 'PRODUCT_SALES'].includes(row.objective)) return second ? site : {};
  return driver === 'us_plus' ? { ...site, callToAction: 'LEARN_MORE' } : site;
}
