import { describe, expect, it } from '@jest/globals';
import type { Subscription } from '../../tiktok/index.js';
import { detailOf, ListedSubscriptions, wantedSubscriptions } from './ad-subscription-state.js';
import type { StoredSubscription } from './ad-subscriptions.store.js';
import type { AdWebhookUser } from './ad-webhook-accounts.js';

const URL = 'https://connector.example/connect/webhook/tiktok/ads';
const at = new Date('2026-11-29T12:00:00Z');

const user = (parts: Partial<AdWebhookUser> = {}): AdWebhookUser => ({
  advertiserId: '1',
  organisationId: 'org',
  integrationId: 'i',
  name: '@lena.k',
  credentialId: 'a',
  tokenIssuedAt: at,
  isRejected: false,
  ...parts,
});
const stored = (parts: Partial<StoredSubscription> = {}): StoredSubscription => ({
  entity: 'CREATIVE_FATIGUE',
  advertiserId: '1',
  credentialId: 'a',
  tokenIssuedAt: at,
  subscriptionId: 's',
  ...parts,
});
const listed = (parts: Partial<Subscription> = {}): Subscription => ({
  subscriptionId: 's',
  callbackUrl: URL,
  advertiserIds: ['1'],
  adGroupId: null,
  ...parts,
});

function stateOf(users: AdWebhookUser[], before: StoredSubscription[], list: Subscription[]) {
  const [wanted] = wantedSubscriptions(['CREATIVE_FATIGUE'], users, before);
  return wanted && new ListedSubscriptions(list, URL).stateOf(wanted);
}

const openerOf = (users: AdWebhookUser[]) =>
  wantedSubscriptions(['CREATIVE_FATIGUE'], users, [stored({ credentialId: 'b' })])[0]?.opener?.credentialId;

describe('wantedSubscriptions', () => {
  it('has one for each account and family, whichever organisations share it, and one for the app', () => {
    const users = [
      user(),
      user({ organisationId: 'other', integrationId: 'j' }),
      user({ advertiserId: '2' }),
    ];
    const wanted = wantedSubscriptions(['CREATIVE_FATIGUE', 'API_SERVICE_STATUS'], users, []);
    expect(wanted.map(({ entity, advertiserId }) => [entity, advertiserId])).toEqual([
      ['CREATIVE_FATIGUE', '1'],
      ['CREATIVE_FATIGUE', '2'],
      ['API_SERVICE_STATUS', null],
    ]);
    expect(wantedSubscriptions(['API_SERVICE_STATUS'], [], [])).toEqual([]);
  });

  it('keeps the credential that has opened it, unless TikTok no longer accepts that one', () => {
    const both = [user(), user({ credentialId: 'b' })];
    expect(openerOf(both)).toBe('b');
    expect(openerOf([user(), user({ credentialId: 'b', isRejected: true })])).toBe('a');
    expect(openerOf([user({ isRejected: true })])).toBeUndefined();
  });
});

describe('ListedSubscriptions', () => {
  it.each([
    ['right', [user()], [stored()], [listed()]],
    ['new', [user()], [], [listed()]],
    ['gone', [user()], [stored()], []],
    ['gone', [user()], [stored()], [listed({ callbackUrl: `${URL}/` })]],
    ['stale', [user({ tokenIssuedAt: new Date(at.getTime() + 1) })], [stored()], [listed()]],
    ['stale', [user({ credentialId: 'b' })], [stored()], [listed()]],
    ['silenced', [user({ isRejected: true })], [stored()], [listed()]],
  ])('finds a subscription %s', (state, users, before, list) => {
    expect(stateOf(users, before, list)).toBe(state);
  });

  it('finds leftovers at our URL only, and of exactly the account', () => {
    const list = new ListedSubscriptions(
      [
        listed({ subscriptionId: 'own' }),
        listed({ subscriptionId: 'several', advertiserIds: ['1', '2'] }),
        listed({ subscriptionId: 'app', advertiserIds: [] }),
        listed({ subscriptionId: 'foreign', callbackUrl: 'https://other.example/', advertiserIds: ['3'] }),
      ],
      URL,
    );
    expect(list.leftovers({ advertiserId: '1' })).toEqual(['own']);
    expect(list.leftovers({ advertiserId: null })).toEqual(['app']);
    expect(list.leftovers({ advertiserId: '3' })).toEqual([]);
    expect(['1', '3', null].map((advertiserId) => list.isElsewhere({ advertiserId }))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('detailOf', () => {
  it.each([
    ['CREATIVE_FATIGUE', { advertiser_id: '1' }],
    ['AD_ACCOUNT_SUSPENSION', { advertiser_ids: ['1'] }],
    ['REPORT_DATA_CHANGE', { advertiser_ids: ['1'], notify_frequency: '15_MINUTE' }],
    ['API_SERVICE_STATUS', {}],
  ] as const)('names the ad account as %s wants it', (entity, detail) => {
    const [wanted] = wantedSubscriptions([entity], [user()], []);
    expect(wanted && detailOf(wanted)).toEqual(detail);
  });
});
