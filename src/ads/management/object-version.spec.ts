import { describe, expect, it } from '@jest/globals';
import { versionOf } from './object-version.js';

const AD = {
  ad_name: 'A',
  operation_status: 'ENABLE',
  secondary_status: 'AD_STATUS_DELIVERY_OK',
  modify_time: '2026-11-30 10:00:00',
  landing_page_url_list: [{ landing_page_url: 'https://shop.example' }],
  creative_list: [{ video_id: 'v1', cover_url: 'https://signed.example/1' }],
};

describe('the version of an object', () => {
  it('stays when TikTok sends other links, another state, or another order', () => {
    const { ad_name: name, ...others } = AD;
    const again = {
      ...others,
      secondary_status: 'AD_STATUS_AUDIT',
      modify_time: '2026-12-01 10:00:00',
      creative_list: [{ cover_url: 'https://signed.example/2', video_id: 'v1' }],
      ad_name: name,
    };
    expect(versionOf(again)).toBe(versionOf(AD));
  });

  it('stays when a parent gets another name, and changes with its own', () => {
    const group = { adgroup_id: '1', adgroup_name: 'G', campaign_name: 'C' };
    expect(versionOf({ ...group, campaign_name: 'D' })).toBe(versionOf(group));
    expect(versionOf({ ...group, adgroup_name: 'H' })).not.toBe(versionOf(group));
    expect(versionOf({ ...group, ad_id: '2', adgroup_name: 'H' })).toBe(versionOf({ ...group, ad_id: '2' }));
    expect(versionOf({ campaign_name: 'C' })).not.toBe(versionOf({ campaign_name: 'D' }));
  });

  it.each([
    { click_tracking_url: 'https://count.example' },
    { app_download_url: 'https://store.example' },
    { ad_name: 'B' },
    { operation_status: 'DISABLE' },
    { landing_page_url_list: [{ landing_page_url: 'https://other.example' }] },
    { creative_list: [{ video_id: 'v2' }] },
    { ad_text: 'new' },
  ])('changes with %j', (change) => {
    expect(versionOf({ ...AD, ...change })).not.toBe(versionOf(AD));
  });
});
