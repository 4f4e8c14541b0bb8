import { describe, expect, it } from '@jest/globals';
import { adStandings, type AdFinding } from './ad-notices.js';
import { wantedSubscriptions } from './ad-subscription-state.js';
import type { AdWebhookUser } from './ad-webhook-accounts.js';

const users: AdWebhookUser[] = ['1', '2'].flatMap((advertiserId) =>
  ['org', 'other'].map((organisationId) => ({
    advertiserId,
    organisationId,
    integrationId: `of-${organisationId}`,
    name: '@a_name_of_twenty_four_c',
    credentialId: 'c',
    tokenIssuedAt: new Date(0),
    isRejected: false,
  })),
);
const wanted = wantedSubscriptions(['CREATIVE_FATIGUE', 'API_SERVICE_STATUS'], users, []);
const all = (rest: Omit<AdFinding, 'wanted'>) =>
  wanted.map((one) => Object.assign({ wanted: one }, rest) as AdFinding);
const presentIn = (findings: AdFinding[]) => adStandings(findings, true).flatMap(({ present }) => present);

describe('adStandings', () => {
  it.each([
    { result: 'repaired', isTaken: true, isElsewhere: false },
    { result: 'missing', isTaken: true, isElsewhere: true },
    { result: 'refused', refusal: 'no' },
    { result: 'silenced' },
  ] as const)('writes one notice for each organisation about all its accounts: %j', (rest) => {
    const present = presentIn(all(rest));
    expect(present.map(({ organisationId }) => organisationId).toSorted()).toEqual(['org', 'other']);
    for (const { notice } of present) {
      expect(notice.title.length).toBeLessThanOrEqual(60);
      expect(notice.title + notice.detail).toContain(
        rest.result === 'silenced' ? '@a_name' : '2 ad accounts',
      );
      expect(notice.detail).toContain('creative fatigue');
    }
  });

  it.each([
    { result: 'right' },
    { result: 'unknown' },
    { result: 'repaired', isTaken: false, isElsewhere: false },
  ] as const)('writes none for %j', (rest) => {
    expect(presentIn(all(rest))).toEqual([]);
  });
});
