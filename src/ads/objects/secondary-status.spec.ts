import { describe, expect, it } from '@jest/globals';
import { explainStatus, reviewVerdict } from './secondary-status.js';

describe('explainStatus', () => {
  it.each([
    ['AD_STATUS_AUDIT', 'TikTok is reviewing it.'],
    ['AD_STATUS_AUDIT_DENY', 'TikTok rejected it.'],
    ['AD_STATUS_ADGROUP_AUDIT_DENY', 'TikTok rejected its ad group.'],
    ['ADGROUP_STATUS_ADVERTISER_AUDIT_DENY', 'TikTok rejected the ad account.'],
    ['AD_STATUS_CAMPAIGN_DISABLE', 'Its campaign is paused.'],
    ['CAMPAIGN_STATUS_DISABLE', 'It is paused.'],
    ['ADGROUP_STATUS_PARTIAL_AUDIT_DELIVERY_OK', 'It is delivering, but TikTok rejected a part.'],
    ['AD_STAUS_PIXEL_UNBIND', 'Its pixel no longer belongs to the ad account.'],
  ])('explains %s by its longest key', (word, message) => {
    expect(explainStatus(word)).toMatchObject({ message });
  });

  it('gives a fix and who can apply it', () => {
    expect(explainStatus('AD_STATUS_BALANCE_EXCEED')).toEqual({
      message: 'The balance of the ad account is spent.',
      fix: 'Add funds to the ad account in TikTok Ads Manager.',
      fixableBy: 'admin',
    });
  });

  it('shows a word that it does not know', () => {
    expect(explainStatus('AD_STATUS_BRAND_NEW')).toMatchObject({ message: 'AD_STATUS_BRAND_NEW', fix: null });
    expect(explainStatus(null)).toBeNull();
  });
});

describe('reviewVerdict', () => {
  it.each([
    [null, 'pending'],
    ['AD_STATUS_AUDIT', 'pending'],
    ['ADGROUP_STATUS_SHADOW_ADGROUP_REAUDIT', 'pending'],
    ['AD_STATUS_ADVERTISER_AUDIT', 'pending'],
    ['ADVERTISER_CONTRACT_PENDING', 'pending'],
    ['AD_STATUS_SEARCH_KEYWORDS_IN_REVIEW', 'pending'],
    ['AD_STATUS_AUDIT_DENY', 'rejected'],
    ['AD_STATUS_ADVERTISER_AUDIT_DENY', 'rejected'],
    ['AD_STATUS_PARTIAL_AUDIT_NO_DELIVERY', 'rejected'],
    ['AD_STATUS_PARTIAL_AUDIT_DELIVERY_OK', 'approved'],
    ['AD_STATUS_REVIEW_PARTIALLY_APPROVED', 'approved'],
    ['AD_STATUS_CAMPAIGN_DISABLE', 'approved'],
    ['AD_STATUS_DELETE', 'deleted'],
    ['AD_STATUS_CAMPAIGN_DELETE', 'deleted'],
    ['AD_STATUS_BRAND_NEW', 'approved'],
  ])('reads %s as %s', (word, verdict) => {
    expect(reviewVerdict(word)).toBe(verdict);
  });
});
