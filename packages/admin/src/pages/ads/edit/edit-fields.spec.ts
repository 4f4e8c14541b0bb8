import { describe, expect, it } from '@jest/globals';
import type { AdObjectDetailView } from 'tiktok-connector-client';
import { largestDaySpend } from './day-spend.js';
import { changesOf, conflictsOf, patchOf, valuesOf } from './edit-fields.js';

const ZONE = 'America/New_York';
const object = (change: Partial<AdObjectDetailView>): AdObjectDetailView =>
  ({
    level: 'ad_group',
    name: 'Broad',
    budget: { mode: 'daily', amount: '60.00', currency: 'USD' },
    data: {},
    ...change,
  }) as AdObjectDetailView;

describe('the values of an object', () => {
  it('has the bid of an ad group with one, and its end in the zone of the account', () => {
    const data = {
      bid_type: 'BID_TYPE_CUSTOM',
      billing_event: 'OCPM',
      conversion_bid_price: 4.5,
      schedule_type: 'SCHEDULE_START_END',
      schedule_start_time: '2020-01-01 00:00:00',
      schedule_end_time: '2027-01-31 23:00:00',
    };
    expect(valuesOf(object({ data }), ZONE)).toEqual({
      name: 'Broad',
      budget: '60.00',
      bid: '4.5',
      end: '2027-01-31T18:00',
    });
  });

  it('offers no budget where the level has none, and no text of a post', () => {
    const campaign = object({ level: 'campaign', budget: { mode: 'none', amount: null, currency: 'USD' } });
    expect(valuesOf(campaign, ZONE)).toEqual({ name: 'Broad' });
    const post = object({ level: 'ad', data: { tiktok_item_id: '7', ad_text: 'caption' } });
    expect(valuesOf(post, ZONE)).toEqual({ name: 'Broad' });
  });

  it('reads ads of both kinds', () => {
    const smart = object({
      level: 'ad',
      data: {
        ad_text_list: [{ ad_text: 'Hi' }],
        landing_page_url_list: [{ landing_page_url: 'https://a.example' }],
      },
    });
    expect(valuesOf(smart, ZONE)).toMatchObject({
      text: 'Hi',
      landingPageUrl: 'https://a.example',
      callToAction: null,
    });
  });
});

describe('a change', () => {
  const before = { name: 'Old', budget: '60.00', end: '' };

  it('names what differs, whichever way an amount is written', () => {
    expect(changesOf(before, { ...before, budget: '60,0' })).toEqual([]);
    expect(changesOf(before, { ...before, budget: '75,5' })).toEqual([
      { field: 'budget', before: '60.00', after: '75,5' },
    ]);
  });

  it('is sent without what stays, with times of the account’s zone', () => {
    const changes = changesOf(before, { ...before, budget: '75,5', end: '2027-01-31T18:00' });
    expect(patchOf(changes, ZONE)).toEqual({
      budget: { amount: '75.5' },
      schedule: { end: '2027-01-31T18:00:00-05:00' },
    });
  });

  it('conflicts with what TikTok has changed in the same field only', () => {
    const changes = changesOf(before, { ...before, budget: '75.50' });
    expect(conflictsOf(changes, { ...before, name: 'Renamed' })).toEqual([]);
    expect(conflictsOf(changes, { ...before, budget: '80.00' })).toEqual([
      { field: 'budget', before: '60.00', after: '80.00' },
    ]);
  });
});

describe('the largest spend of a day', () => {
  it.each([
    ['BUDGET_MODE_DYNAMIC_DAILY_BUDGET', undefined, '50.00', '62.5'],
    ['BUDGET_MODE_DAY', undefined, '50.00', '50'],
    ['BUDGET_MODE_TOTAL', undefined, '400.00', '400'],
    ['BUDGET_MODE_DYNAMIC_DAILY_BUDGET', 'AUTO_BUDGET_INCREASE', '64.00', '495.338915'],
    ['BUDGET_MODE_DAY', undefined, null, null],
  ])('of %s with %s and %s is %s', (mode, strategy, budget, expected) => {
    const data = { budget_mode: mode, budget_auto_adjust_strategy: strategy };
    expect(largestDaySpend(object({ data }), budget)).toBe(expected);
  });
});
