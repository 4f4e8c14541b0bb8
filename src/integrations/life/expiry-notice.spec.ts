import { describe, expect, it } from '@jest/globals';
import { Integration } from '../integration.entity.js';
import { consentEndedNotice, expiryNotice, horizonNotice, passedHorizon } from './expiry-notice.js';

const now = new Date('2026-11-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

describe('passedHorizon', () => {
  it.each([
    [180, undefined],
    [30.1, undefined],
    [30, 30],
    [7.5, 30],
    [7, 7],
    [1, 1],
    [0.1, 1],
    [-1, 1],
  ])('of an end in %d days is %s', (days, horizon) => {
    expect(passedHorizon(inDays(days), now)).toBe(horizon);
  });
});

const integration = Object.assign(new Integration(), {
  id: 'i-1',
  displayName: 'Lena K',
  statusReason: 'the TikTok user disconnected the app',
  expiredAt: now,
});
const credential = { id: 'c-1', issuedAt: now, rejectedReason: 'Refresh token has expired.' };
const remedy = { actionUrl: 'https://admin.example/' };

describe('What people read', () => {
  it('when the connection has ended', () => {
    const { title, detail } = expiryNotice(integration, remedy);
    expect(`${title}\n${detail}`).toBe(
      'The connection to Lena K on TikTok has ended.\n' +
        'TikTok has ended the access (the TikTok user disconnected the app). Until it is connected again, nothing is ' +
        'published or synced for this account; then work goes on where it stopped. To connect it again, an admin opens ' +
        'the link, signs in to TikTok with this account and approves the access.',
    );
  });

  it('when only comments and insights have', () => {
    const { title, detail } = consentEndedNotice(integration, { ...credential, family: 'account' }, remedy);
    expect(`${title}\n${detail}`).toBe(
      'Comments and insights of Lena K on TikTok are disconnected.\n' +
        'TikTok has ended the access (Refresh token has expired). Until they are connected again, comments cannot be read ' +
        'or answered and insights are not updated; publishing and video figures go on. To connect them again, an admin ' +
        'opens the link, signs in to TikTok with this account and approves the access to comments and insights; nothing ' +
        'else has to be connected again.',
    );
  });

  it('when only ads have', () => {
    const ads = { ...credential, family: 'advertiser' as const, rejectedReason: null };
    const { title, detail } = consentEndedNotice(integration, ads, remedy);
    expect(`${title}\n${detail}`).toBe(
      'The ad accounts of Lena K on TikTok are disconnected.\n' +
        'TikTok has ended the access. Until they are connected again, the ad accounts can be neither read nor changed; ' +
        'publishing, comments and figures go on. To connect them again, an admin opens the link, signs in to TikTok for ' +
        'Business as somebody who may use these ad accounts and approves the access; nothing else has to be connected again.',
    );
  });

  it('when the consent ends in a week', () => {
    const end = { family: 'login' as const, refreshExpiresAt: inDays(6) };
    const { title, detail } = horizonNotice(integration, end, 7, remedy);
    expect(`${title}\n${detail}`).toBe(
      'The connection to Lena K on TikTok ends on 2026-11-07.\n' +
        "TikTok's consent runs out then, in less than 7 days. Afterwards nothing is published or synced for this account. " +
        'Nothing stops if an admin renews it before: opens the link, signs in to TikTok with this account and approves the ' +
        'access.',
    );
  });
});
