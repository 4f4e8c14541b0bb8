import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES, validLaunch } from './testing/valid-launch.js';
import { validate } from './validate.js';

// Cookbook §1.1, written down a second time: objective, goal, billing, bids, event, pixel.
const ROWS: [string, string, string, string, string, string][] = [
  ['TRAFFIC', 'CLICK', 'CPC', 'any', 'none', 'none'],
  ['TRAFFIC', 'TRAFFIC_LANDING_PAGE_VIEW', 'OCPM', 'any', 'auto', 'none'],
  ['TRAFFIC', 'DESTINATION_VISIT', 'OCPM', 'max_delivery', 'auto', 'none'],
  ['REACH', 'REACH', 'CPM', 'any', 'none', 'none'],
  ['REACH', 'SHOW', 'CPM', 'any', 'none', 'none'],
  ['VIDEO_VIEWS', 'ENGAGED_VIEW', 'CPV', 'any', 'auto', 'none'],
  ['VIDEO_VIEWS', 'ENGAGED_VIEW_FIFTEEN', 'CPV', 'any', 'auto', 'none'],
  ['ENGAGEMENT', 'FOLLOWERS', 'OCPM', 'any', 'none', 'none'],
  ['ENGAGEMENT', 'PAGE_VISIT', 'CPC', 'any', 'none', 'none'],
  ['WEB_CONVERSIONS', 'CONVERT', 'OCPM', 'any', 'any', 'required'],
  ['WEB_CONVERSIONS', 'CLICK', 'CPC', 'any', 'none', 'optional_on_manual'],
  ['WEB_CONVERSIONS', 'TRAFFIC_LANDING_PAGE_VIEW', 'OCPM', 'any', 'auto', 'none'],
  ['WEB_CONVERSIONS', 'VALUE', 'OCPM', 'value', 'SHOPPING', 'required'],
  ['WEB_CONVERSIONS', 'AUTOMATIC_VALUE_OPTIMIZATION', 'OCPM', 'max_delivery', 'SHOPPING', 'required'],
  ['LEAD_GENERATION', 'CONVERT', 'OCPM', 'any', 'any', 'required'],
  ['LEAD_GENERATION', 'LEAD_GENERATION', 'OCPM', 'any', 'none', 'none'],
  ['LEAD_GENERATION', 'CLICK', 'CPC', 'any', 'none', 'optional_on_manual'],
  ['LEAD_GENERATION', 'CONVERSATION', 'OCPM', 'any', 'auto', 'none'],
  ['APP_PROMOTION', 'INSTALL', 'OCPM', 'any', 'none', 'none'],
  ['APP_PROMOTION', 'IN_APP_EVENT', 'OCPM', 'any', 'any', 'none'],
  ['APP_PROMOTION', 'CLICK', 'CPC', 'any', 'none', 'none'],
  ['APP_PROMOTION', 'VALUE', 'OCPM', 'value', 'ACTIVE_PAY,AD_REVENUE_VALUE', 'none'],
  ['PRODUCT_SALES', 'CONVERT', 'OCPM', 'any', 'any', 'required'],
  ['PRODUCT_SALES', 'CLICK', 'CPC', 'any', 'none', 'none'],
  ['PRODUCT_SALES', 'VALUE', 'OCPM', 'value', 'SHOPPING', 'required'],
  ['PRODUCT_SALES', 'INSTALL', 'OCPM', 'any', 'none', 'none'],
  ['PRODUCT_SALES', 'IN_APP_EVENT', 'OCPM', 'any', 'any', 'none'],
];

/** The rules that answer when one part of a valid ad group is changed. */
function answersTo(
  objective: string,
  goal: string,
  change: (group: Record<string, unknown>) => void,
): Set<string>[] {
  return CHOICES.filter(({ row }) => row.objective === objective && row.goal === goal).map((choice) => {
    const [sample] = fc.sample(validLaunch([choice]), { numRuns: 1, seed: 7 });
    if (!sample) throw new Error('no sample');
    const body = structuredClone(sample.body);
    for (const group of body.adGroups) change(group as unknown as Record<string, unknown>);
    return new Set(validate(body, sample.context).map(({ rule }) => rule));
  });
}

const withoutMeasurement = (group: Record<string, unknown>) => {
  delete group['optimizationEvent'];
  delete group['pixelId'];
};

describe('goal table', () => {
  it('has these rows and no others', () => {
    const found = new Set(CHOICES.map(({ row }) => `${row.objective} ${row.goal}`));
    expect([...found]).toEqual(
      expect.arrayContaining(ROWS.map(([objective, goal]) => `${objective} ${goal}`)),
    );
    expect(found.size).toBe(ROWS.length);
  });

  it.each(ROWS)('%s × %s is billed by %s', (objective, goal, billing) => {
    for (const one of ['CPC', 'CPM', 'CPV', 'OCPM'])
      for (const answers of answersTo(objective, goal, (group) => (group['billingEvent'] = one)))
        expect(answers.has('billing_not_for_goal')).toBe(one !== billing);
  });

  it.each(ROWS)('%s × %s, %s: takes the bids %s', (objective, goal, _billing, bids) => {
    const custom = { type: 'BID_TYPE_CUSTOM', amount: '1' };
    for (const answers of answersTo(objective, goal, (group) => (group['bid'] = custom)))
      expect(answers.has('cost_cap_not_available')).toBe(bids !== 'any');
    for (const answers of answersTo(objective, goal, (group) => (group['bid'] = { type: 'BID_TYPE_NO_BID' })))
      expect(answers.has('deep_bid_missing')).toBe(bids === 'value');
  });

  it.each(ROWS)('%s × %s, %s, %s: takes the event %s and the pixel %s', (...row) => {
    const [objective, goal, , , event, pixel] = row;
    for (const answers of answersTo(objective, goal, withoutMeasurement)) {
      expect(answers.has('event_missing')).toBe(!['none', 'auto'].includes(event));
      expect(answers.has('pixel_missing')).toBe(pixel === 'required');
    }
    for (const answers of answersTo(objective, goal, (group) => (group['optimizationEvent'] = 'FORM'))) {
      expect(answers.has('event_not_allowed')).toBe(['none', 'auto'].includes(event));
      expect(answers.has('event_not_for_goal')).toBe(!['none', 'auto', 'any'].includes(event));
    }
    for (const one of event.split(','))
      for (const answers of answersTo(objective, goal, (group) => (group['optimizationEvent'] = one)))
        if (/[A-Z]/.test(one)) expect(answers.has('event_not_for_goal')).toBe(false);
  });
});
