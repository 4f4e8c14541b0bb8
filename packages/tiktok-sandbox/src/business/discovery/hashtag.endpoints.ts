import { itemIdOf } from '../../ids.js';
import { seededRandom } from '../../random.js';
import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { DAY_MS } from '../reports/advertiser-day.js';
import { dayText } from '../wire/time-text.js';

const RANGES = ['1DAY', '7DAY', '30DAY', '120DAY'] as const;
const KINDS = ['HASHTAG'] as const;
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  FOOD_AND_BEVERAGE: ['icedlatte', 'onepanmeals', 'bakedoats'],
  HOME_IMPROVEMENT: ['smallspaces', 'plantparents'],
  PETS: ['catsoftiktok', 'rescuedog'],
  SPORTS_AND_OUTDOOR: ['morningrun', 'bikepacking', 'coldplunge'],
};
const HASHTAGS = Object.values(CATEGORIES).flat();
const FIRST_ID_SECONDS = 1_500_000_000;

const trendingList = advertiserEndpoint({
  method: 'GET',
  path: '/discovery/trending_list/',
  handle(call) {
    const { params } = call;
    params.requireOneOf('discovery_type', KINDS);
    const country = params.text('country_code') ?? 'US';
    const category = params.text('category_name') ?? 'ALL';
    const range = params.oneOf('date_range', RANGES) ?? '7DAY';
    const names = category === 'ALL' ? HASHTAGS : (CATEGORIES[category] ?? []);
    return {
      filter_info: { category_name: category, country_code: country, date_range: range },
      list: names.map((name, index) =>
        Object.assign(hashtagView(call, name, country, range), {
          rank_position: String(index + 1),
          rank_change: index % 4 === 3 ? 'NEW' : String(Math.floor(drawn(name, 'change') * 7) - 3),
        }),
      ),
    };
  },
});

const detail = advertiserEndpoint({
  method: 'GET',
  path: '/discovery/detail/',
  handle(call) {
    const { params } = call;
    params.requireOneOf('discovery_type', KINDS);
    const id = params.requireText('hashtag_id');
    const country = params.requireText('country_code');
    const range = params.requireOneOf('date_range', RANGES);
    const name = HASHTAGS.find((one) => hashtagId(one) === id);
    if (name === undefined) throw notFound(`hashtag_id: Hashtag ${id} does not exist.`);
    return {
      ...hashtagView(call, name, country, range),
      hashtag_status: 'ONLINE',
      audience_insights: {
        audience_ages: [
          { age: '18-24', percentage: 0.6 },
          { age: '25-34', percentage: 0.3 },
          { age: '35+', percentage: 0.1 },
        ],
      },
    };
  },
});

function hashtagView(
  { now }: AdvertiserCall,
  name: string,
  country: string,
  range: (typeof RANGES)[number],
): JsonObject {
  const days = Number.parseInt(range, 10);
  const daily = 50_000 + Math.floor(drawn(name, country) * 400_000);
  return {
    hashtag_id: hashtagId(name),
    hashtag_name: name,
    views: daily * days,
    views_global_lifetime: daily * 900,
    posts: Math.floor((daily * days) / 4_000),
    posts_global_lifetime: Math.floor((daily * 900) / 4_000),
    top_country_list: [country, 'GB', 'ID'].filter((code, index, all) => all.indexOf(code) === index),
    trending_history: Array.from({ length: days }, (_, index) => {
      const wasListed = drawn(name, index) > 0.2;
      return {
        date: dayText(now - (days - index) * DAY_MS),
        rank_position_daily: wasListed ? String(1 + Math.floor(drawn(name, 'rank', index) * 100)) : null,
        views_daily: wasListed ? Math.floor(daily * (0.7 + 0.6 * drawn(name, 'views', index))) : null,
      };
    }),
  };
}

function hashtagId(name: string): string {
  return itemIdOf(FIRST_ID_SECONDS + HASHTAGS.indexOf(name), 1);
}

function drawn(...name: readonly (string | number)[]): number {
  return seededRandom(`hashtag/${name.join('/')}`)();
}

export const DISCOVERY_ENDPOINTS: readonly BusinessEndpoint[] = [trendingList, detail];
