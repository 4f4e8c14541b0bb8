import { describe, expect, it } from '@jest/globals';
import { toIdentityView, toPixelView, toRegionView } from './tool.mappers.js';

describe('toIdentityView', () => {
  it('is null for what TikTok leaves out, never false', () => {
    expect(toIdentityView({ identity_id: '1', identity_type: 'AUTH_CODE' })).toMatchObject({
      available: true,
      canPromotePosts: null,
      canPostVideos: null,
      adsOnly: null,
      businessCenterId: null,
    });
  });

  it('cannot promote posts of an account that TikTok excludes from Spark ads', () => {
    const view = toIdentityView({
      identity_id: '1',
      identity_type: 'TT_USER',
      is_gpppa: true,
      can_pull_video: true,
    });
    expect(view.canPromotePosts).toBe(false);
  });

  it('is not available for the reason that TikTok gives', () => {
    const view = toIdentityView({
      identity_id: '1',
      identity_type: 'TT_USER',
      available_status: 'IS_PRIVATE_ACCOUNT',
    });
    expect(view).toMatchObject({ available: false, availableStatus: 'IS_PRIVATE_ACCOUNT' });
  });
});

describe('toPixelView', () => {
  it('offers events that ads can optimise for, and no deprecated ones', () => {
    const view = toPixelView({
      pixel_id: '1',
      events: [
        { event_id: '2', name: 'Purchase', optimization_event: 'SHOPPING' },
        { event_id: '3', name: 'Old', optimization_event: 'FORM', deprecated: true },
        { event_id: '4', name: 'Custom' },
      ],
    });
    expect(view.events).toEqual([{ id: '2', name: 'Purchase', optimizationEvent: 'SHOPPING' }]);
  });
});

describe('toRegionView', () => {
  it.each(['0', '', null, undefined])('has no parent when TikTok sends %j', (parent_id) => {
    expect(toRegionView({ location_id: '1', parent_id }).parentId).toBeNull();
  });
});
