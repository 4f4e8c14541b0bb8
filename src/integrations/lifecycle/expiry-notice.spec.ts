import { describe, expect, it } from '@jest/globals';
import { Integration } from '../integration/integration.entity.js';
import { CREDENTIAL_FAMILIES } from '../integration/credential.entity.js';
import {
  connectedAgain,
  consentEndedNotice,
  expiryNotice,
  horizonNotice,
  passedHorizon,
} from './expiry-notice.js';

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
  username: 'lena.k',
  statusReason: 'the TikTok user disconnected the app',
  expiredAt: now,
});
const credential = { id: 'c-1', issuedAt: now, rejectedReason: 'Refresh token has expired.' };
const remedy = { actionUrl: 'https://admin.example/' };
const textOf = ({ title, detail }: { title: string; detail: string }) => `${title}\n${detail}`;

describe('A notice', () => {
  it('of a connection that has ended gives cause, effect and action', () => {
    expect(textOf(expiryNotice(integration, remedy))).toBe(
      '@lena.k: TikTok connection ended\n' +
        'TikTok ended the access to @lena.k (the TikTok user disconnected the app). Nothing is published or synced for ' +
        'this account. Work continues where it stopped after a reconnect. To reconnect, an admin opens the link, signs in ' +
        'to TikTok as @lena.k and approves the access.',
    );
  });

  it('of comments and insights that have ended says what goes on', () => {
    expect(textOf(consentEndedNotice(integration, { ...credential, family: 'account' }, remedy))).toBe(
      '@lena.k: comments and insights stopped\n' +
        'TikTok ended the access to the comments and insights of @lena.k (Refresh token has expired). You cannot read or ' +
        'answer comments, and insights are not updated. Publishing and video figures continue. Work continues where it ' +
        'stopped after a reconnect. To reconnect, an admin opens the link, signs in to TikTok as @lena.k and approves the ' +
        'access.',
    );
  });

  it('of ad accounts that have ended says who signs in', () => {
    const ads = { ...credential, family: 'advertiser' as const, rejectedReason: null };
    expect(textOf(consentEndedNotice(integration, ads, remedy))).toBe(
      '@lena.k: ad accounts disconnected\n' +
        'TikTok ended the access to the ad accounts of @lena.k. You cannot read or change these ad accounts. Publishing, ' +
        'comments and figures continue. Work continues where it stopped after a reconnect. To reconnect, an admin opens ' +
        'the link, signs in to TikTok for Business with access to these ad accounts and approves the access.',
    );
  });

  it('of a consent that ends in a week names the day', () => {
    const end = { family: 'login' as const, refreshExpiresAt: inDays(6) };
    expect(textOf(horizonNotice(integration, end, 7, remedy))).toBe(
      '@lena.k: TikTok access ends on 2026-11-07\n' +
        "TikTok's access to @lena.k ends in less than 7 days. After that, nothing is published or synced for this account. " +
        'To renew it in time, an admin opens the link, signs in to TikTok as @lena.k and approves the access.',
    );
  });

  it.each([
    [{ username: 'a'.repeat(24) }, `@${'a'.repeat(24)}`],
    [
      { username: null, displayName: 'Anna-Lena von und zu Hohenstein-Wittelsbach' },
      'Anna-Lena von und zu Hoh…',
    ],
    [{ username: null, displayName: '👩‍🎤'.repeat(30) }, '👩‍🎤'],
    [{ username: null, displayName: null }, 'A TikTok account'],
  ])('names the account in a title of at most 60 characters: %j', (names, shown) => {
    const named = Object.assign(new Integration(), { ...integration, ...names });
    const families = CREDENTIAL_FAMILIES.map((family) => ({
      ...credential,
      family,
      refreshExpiresAt: inDays(6),
    }));
    const titles = [
      expiryNotice(named, remedy).title,
      ...families.flatMap((one) => [
        consentEndedNotice(named, one, remedy).title,
        horizonNotice(named, one, 7, remedy).title,
        connectedAgain(named, one.family),
      ]),
    ];
    for (const title of titles) {
      expect(title).toContain(shown);
      expect(title.length).toBeLessThanOrEqual(60);
    }
  });

  it('names no call of the API', () => {
    const texts = CREDENTIAL_FAMILIES.flatMap((family) => [
      textOf(consentEndedNotice(integration, { ...credential, family }, remedy)),
      textOf(horizonNotice(integration, { family, refreshExpiresAt: inDays(1) }, 1, remedy)),
      textOf(expiryNotice(integration, remedy)),
    ]);
    for (const text of texts) expect(text).not.toMatch(/\w+-auth-url|api\//);
  });
});
