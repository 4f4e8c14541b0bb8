import { describe, expect, it } from '@jest/globals';
import { explainStatus } from './secondary-status.js';

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
