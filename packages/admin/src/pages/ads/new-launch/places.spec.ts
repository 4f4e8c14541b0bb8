import { describe, expect, it } from '@jest/globals';
import { placeOf, stepOfPlace } from './places.js';

describe('the place of a complaint', () => {
  it.each([
    ['name', 'name', 'campaign'],
    ['budget.amount', 'budget.amount', 'campaign'],
    ['schedule.start', 'start', 'campaign'],
    ['accountId', 'accountId', 'account'],
    ['adGroups[1].bid.amount', 'adGroups.1.bidAmount', 'ad_groups'],
    ['adGroups[0].targeting.languages[2]', 'adGroups.0.languages', 'ad_groups'],
    ['adGroups[0].frequency', 'adGroups.0.impressions', 'ad_groups'],
    ['adGroups[0].ads[12].creative.uploadId', 'adGroups.0.ads.12.uploadId', 'ads'],
    ['adGroups[0].ads[0].identity.id', 'adGroups.0.ads.0.identity', 'ads'],
    ['adGroups[0].ads[0].landingPageUrl', 'adGroups.0.ads.0.landingPageUrl', 'ads'],
  ])('of %s is %s, in the step %s', (field, place, step) => {
    expect(placeOf(field)).toBe(place);
    expect(stepOfPlace(place)).toBe(step);
  });
});
