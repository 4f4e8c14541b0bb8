import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './draft-check.js';
import { newAd, newAdGroup, newDraft, type AdDraft, type AdGroupDraft, type Draft } from './draft.js';

const AD: AdDraft = {
  ...newAd('A'),
  source: 'upload',
  uploadId: 'u',
  identity: 'TT_USER|i|',
  text: 'New drop',
  callToAction: 'SHOP_NOW',
  landingPageUrl: 'https://shop.example/spring',
};
const GROUP: AdGroupDraft = {
  ...newAdGroup('G', 'A'),
  optimizationGoal: 'CLICK',
  bidType: 'BID_TYPE_NO_BID',
  locationIds: ['6252001'],
  ads: [AD],
};
const DRAFT: Draft = {
  ...newDraft('7400000000000000001', 'G', 'A'),
  name: 'Spring',
  objective: 'TRAFFIC',
  budgetLevel: 'campaign',
  budget: { mode: 'daily', amount: '50.00' },
  afterReview: 'paused',
  adGroups: [GROUP],
};

const group = (change: Partial<AdGroupDraft>): Partial<Draft> => ({ adGroups: [{ ...GROUP, ...change }] });
const ad = (change: Partial<AdDraft>): Partial<Draft> => group({ ads: [{ ...AD, ...change }] });

describe('the check of a draft', () => {
  it('finds nothing in a whole one', () => expect(problemsOf(DRAFT)).toEqual({}));

  it('asks for everything that costs money', () => {
    const problems = problemsOf(newDraft(null, 'G', 'A'));

    expect(problems).toMatchObject({ budgetLevel: 'required', afterReview: 'required' });
    expect(problems['adGroups.0.bidType']).toBe('required');
    const chosen = { ...newDraft(null, 'G', 'A'), budgetLevel: 'campaign' as const };
    expect(problemsOf(chosen)).toMatchObject({ 'budget.mode': 'required', 'budget.amount': 'required' });
  });

  it.each<[Partial<Draft>, string, string]>([
    [{ name: ' ' }, 'name', 'required'],
    [{ name: 'Sale 🔥' }, 'name', 'emoji'],
    [{ name: '春'.repeat(257) }, 'name', 'nameTooLong'],
    [{ budget: { mode: 'daily', amount: '0,00' } }, 'budget.amount', 'amount'],
    [{ budget: { mode: 'lifetime', amount: '500' } }, 'end', 'lifetimeEnd'],
    [{ starts: 'later', start: '2026-12-02T09:00', end: '2026-12-02T09:00' }, 'end', 'endBeforeStart'],
    [
      { objective: 'WEB_CONVERSIONS', ...group({ optimizationGoal: 'CONVERT' }) },
      'adGroups.0.pixelId',
      'required',
    ],
    [
      { objective: 'REACH', ...group({ impressions: '1001', days: '7' }) },
      'adGroups.0.impressions',
      'impressionsRange',
    ],
    [group({ bidType: 'BID_TYPE_CUSTOM', bidAmount: '50' }), 'adGroups.0.bidAmount', 'bidAboveBudget'],
    [group({ locationIds: [] }), 'adGroups.0.locationIds', 'required'],
    [
      group({ audienceIds: ['1'], excludedAudienceIds: ['1'] }),
      'adGroups.0.excludedAudienceIds',
      'audienceBoth',
    ],
    [ad({ text: 'a'.repeat(101) }), 'adGroups.0.ads.0.text', 'textTooLong'],
    [ad({ landingPageUrl: 'shop' }), 'adGroups.0.ads.0.landingPageUrl', 'webAddress'],
    [ad({ callToAction: null }), 'adGroups.0.ads.0.callToAction', 'required'],
    [
      { objective: 'REACH', ...ad({ landingPageUrl: '' }) },
      'adGroups.0.ads.0.landingPageUrl',
      'buttonWithoutPage',
    ],
  ])('of %j finds at %s: %s', (change, place, problem) => {
    expect(problemsOf({ ...DRAFT, ...change })[place]).toBe(problem);
  });

  it('asks for no text of a post, which shows its caption', () => {
    expect(problemsOf({ ...DRAFT, ...ad({ source: 'post', postId: '7', text: '' }) })).toEqual({});
  });
});
