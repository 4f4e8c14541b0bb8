import { describe, expect, it } from '@jest/globals';
import { followersNow, gained, latestTotal } from './figures.rows.js';

const counts = (views: number | null) => ({ views, likes: null, comments: null, shares: null });
const day = (followers: number | null) => ({
  day: '2026-11-01',
  business: null,
  reading:
    followers === null
      ? null
      : {
          followers,
          following: null,
          likes: null,
          videos: null,
          insights: null,
          capturedAt: '2026-11-01T10:00:00.000Z',
          source: 'display_api' as const,
        },
});
const history = (integrationId: string, ...followers: (number | null)[]) => ({
  integrationId,
  timeZone: 'UTC' as const,
  asOf: '2026-11-02T00:00:00.000Z',
  days: followers.map(day),
});

describe('gained', () => {
  it('adds up what is known, and is null without any', () => {
    expect(gained([{ delta: counts(3) }, { delta: null }, { delta: counts(4) }], 'views')).toBe(7);
    expect(gained([{ delta: null }, { delta: counts(null) }], 'views')).toBeNull();
  });
});

describe('latestTotal', () => {
  it('skips gaps at the end', () => {
    expect(latestTotal([{ total: counts(5) }, { total: counts(9) }, { total: null }], 'views')).toBe(9);
  });
});

describe('followersNow', () => {
  it('adds up the last readings of all accounts', () => {
    expect(followersNow([history('a', 10, null, 14), history('b', 5, 4)])).toMatchObject({
      followers: 18,
      gained: 3,
    });
  });

  it('is unknown if one account was never read', () => {
    expect(followersNow([history('a', 10, 14), history('b', null)])).toMatchObject({
      followers: null,
      gained: null,
    });
  });

  it('has no gain with a single reading', () => {
    expect(followersNow([history('a', 10)])).toMatchObject({ followers: 10, gained: null });
  });
});
