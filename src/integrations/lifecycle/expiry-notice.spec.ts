import { describe, expect, it } from '@jest/globals';
import { Integration } from '../integration/integration.entity.js';
import { CREDENTIAL_FAMILIES } from '../integration/credential.entity.js';
import { connectedAgain, consentEndedNotice, expiryNotice, expiryWarningNotice } from './expiry-notice.js';

const now = new Date('2026-11-01T00:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

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

describe('expiry notices', () => {
  it('gives cause, effect and action for a connection that ended', () => {
    expect(textOf(expiryNotice(integration, remedy))).toBe(
      '@lena.k: TikTok connection ended\n' +
        'TikTok ended the access to @lena.k (the TikTok user disconnected the app). Publishing and syncing stop for ' +
        'this account. Work resumes after a reconnect. To reconnect, an admin opens the link, signs in to TikTok as ' +
        '@lena.k and approves the access.',
    );
  });

  it('says what continues when comments and insights end', () => {
    expect(textOf(consentEndedNotice(integration, { ...credential, family: 'account' }, remedy))).toBe(
      '@lena.k: comments and insights stopped\n' +
        'TikTok ended the access to the comments and insights of @lena.k (Refresh token has expired). You cannot read or ' +
        'answer comments, and insights are not updated. Publishing and video figures continue. Work resumes after a ' +
        'reconnect. To reconnect, an admin opens the link, signs in to TikTok as @lena.k and approves the access.',
    );
  });

  it('says who signs in when ad accounts end', () => {
    const ads = { ...credential, family: 'advertiser' as const, rejectedReason: null };
    expect(textOf(consentEndedNotice(integration, ads, remedy))).toBe(
      '@lena.k: ad accounts disconnected\n' +
        'TikTok ended the access to the ad accounts of @lena.k. You cannot read or change these ad accounts. Publishing, ' +
        'comments and figures continue. Work resumes after a reconnect. To reconnect, an admin opens the link, ' +
        'signs in to TikTok for Business with access to these ad accounts and approves the access.',
    );
  });

  it('names the day of a consent that expires in a week', () => {
    const end = { family: 'login' as const, refreshExpiresAt: inDays(6) };
    expect(textOf(expiryWarningNotice(integration, end, 7, remedy))).toBe(
      '@lena.k: TikTok access ends on 2026-11-07\n' +
        "TikTok's access to @lena.k ends in less than 7 days. After that, publishing and syncing stop for this account. " +
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
  ])('name the account in a title of at most 60 characters: %j', (names, shown) => {
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
        expiryWarningNotice(named, one, 7, remedy).title,
        connectedAgain(named, one.family),
      ]),
    ];
    for (const title of titles) {
      expect(title).toContain(shown);
      expect(title.length).toBeLessThanOrEqual(60);
    }
  });

  it('never mention an API call', () => {
    const texts = CREDENTIAL_FAMILIES.flatMap((family) => [
      textOf(consentEndedNotice(integration, { ...credential, family }, remedy)),
      textOf(expiryWarningNotice(integration, { family, refreshExpiresAt: inDays(1) }, 1, remedy)),
      textOf(expiryNotice(integration, remedy)),
    ]);
    for (const text of texts) expect(text).not.toMatch(/\w+-auth-url|api\//);
  });
});
