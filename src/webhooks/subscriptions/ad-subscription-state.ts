import { groupBy } from '../../common/index.js';
import type { AdWebhook } from '../../config/index.js';
import type { Subscription } from '../../tiktok/index.js';
import type { AdWebhookUser } from './ad-webhook-accounts.js';
import type { StoredSubscription } from './ad-subscriptions.store.js';

/** A subscription that there should be. */
export interface WantedSubscription {
  entity: AdWebhook;
  /** Null: of the app. */
  advertiserId: string | null;
  /** All ways to the ad account, or to any. */
  users: readonly AdWebhookUser[];
  /** A credential that TikTok accepts; undefined: none, so the webhooks have ended silently. */
  opener: AdWebhookUser | undefined;
  stored: StoredSubscription | undefined;
}

/**
 * `stale`: its token has been replaced, and TikTok may no longer accept the former one. `new`: the service has not
 * subscribed yet. `gone`: it had, and TikTok does not list it any longer.
 */
export type SubscriptionState = 'right' | 'stale' | 'new' | 'gone' | 'silenced';

/** @returns what there should be, for each family and connected ad account */
export function wantedSubscriptions(
  families: readonly AdWebhook[],
  users: readonly AdWebhookUser[],
  stored: readonly StoredSubscription[],
): WantedSubscription[] {
  const byAccount = groupBy(users, ({ advertiserId }) => advertiserId);
  const known = new Map(stored.map((one) => [keyOf(one), one]));
  const wanted = (
    entity: AdWebhook,
    advertiserId: string | null,
    own: readonly AdWebhookUser[],
  ): WantedSubscription => {
    const before = known.get(keyOf({ entity, advertiserId }));
    const usable = own.filter(({ isRejected }) => !isRejected);
    // The one that has opened it stays, so that two consents do not take turns.
    const opener = usable.find(({ credentialId }) => credentialId === before?.credentialId) ?? usable[0];
    return { entity, advertiserId, users: own, opener, stored: before };
  };
  return families.flatMap((entity) => {
    if (entity === 'API_SERVICE_STATUS') return users.length > 0 ? [wanted(entity, null, users)] : [];
    return [...byAccount].map(([advertiserId, own]) => wanted(entity, advertiserId, own));
  });
}

export function keyOf({ entity, advertiserId }: Pick<WantedSubscription, 'entity' | 'advertiserId'>): string {
  return `${entity}/${advertiserId ?? ''}`;
}

/** TikTok's list of one family, seen from our URL. */
export class ListedSubscriptions {
  private readonly ours: ReadonlyMap<string, Subscription>;
  private readonly exact: ReadonlyMap<string, readonly Subscription[]>;
  private readonly foreign: ReadonlySet<string>;

  constructor(listed: readonly Subscription[], url: string) {
    const ours = listed.filter(({ callbackUrl }) => callbackUrl === url);
    const others = listed.filter(({ callbackUrl }) => callbackUrl !== url);
    this.ours = new Map(ours.map((one) => [one.subscriptionId, one]));
    this.exact = groupBy(ours, ({ advertiserIds }) => advertiserIds.join());
    this.foreign = new Set(others.flatMap(({ advertiserIds: ids }) => (ids.length > 0 ? ids : [''])));
  }

  stateOf({ opener, stored }: WantedSubscription): SubscriptionState {
    if (!opener) return 'silenced';
    if (!stored) return 'new';
    if (!this.ours.has(stored.subscriptionId)) return 'gone';
    const isSameToken =
      stored.credentialId === opener.credentialId &&
      stored.tokenIssuedAt.getTime() === opener.tokenIssuedAt.getTime();
    return isSameToken ? 'right' : 'stale';
  }

  /** Ids of subscriptions at our URL to exactly this: a former one of ours, or one whose answer was lost. */
  leftovers({ advertiserId }: Pick<WantedSubscription, 'advertiserId'>): string[] {
    const found = this.exact.get(advertiserId ?? '') ?? [];
    return found.map(({ subscriptionId }) => subscriptionId).filter((id) => id !== '');
  }

  /** True if another environment has subscribed to the same. */
  isElsewhere({ advertiserId }: Pick<WantedSubscription, 'advertiserId'>): boolean {
    return this.foreign.has(advertiserId ?? '');
  }
}

/** What TikTok wants to know of a family besides the token. Business reference §9.1, corrections §2f. */
export function detailOf({ entity, advertiserId }: WantedSubscription): Record<string, unknown> {
  if (advertiserId === null) return {};
  if (entity === 'CREATIVE_FATIGUE') return { advertiser_id: advertiserId };
  const several = { advertiser_ids: [advertiserId] };
  return entity === 'REPORT_DATA_CHANGE' ? { ...several, notify_frequency: '15_MINUTE' } : several;
}
