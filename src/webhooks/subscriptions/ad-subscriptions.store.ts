import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import type { AdWebhook } from '../../config/index.js';

/** A subscription that the service has made, and the token that keeps it alive. */
export interface StoredSubscription {
  entity: AdWebhook;
  /** Null: of the app. */
  advertiserId: string | null;
  credentialId: string;
  tokenIssuedAt: Date;
  subscriptionId: string;
}

const ALL = `
  SELECT entity, advertiser_id AS "advertiserId", credential_id AS "credentialId", token_issued_at AS "tokenIssuedAt",
    subscription_id AS "subscriptionId" FROM ad_subscriptions`;
const SAVE = `
  INSERT INTO ad_subscriptions (id, entity, advertiser_id, credential_id, token_issued_at, subscription_id, registered_at)
  VALUES (new_id(), $1, $2, $3, $4, $5, now())
  ON CONFLICT (entity, coalesce(advertiser_id, '')) DO UPDATE SET credential_id = excluded.credential_id,
    token_issued_at = excluded.token_issued_at, subscription_id = excluded.subscription_id,
    registered_at = excluded.registered_at`;
const DELETE = `DELETE FROM ad_subscriptions WHERE entity = $1 AND advertiser_id IS NOT DISTINCT FROM $2`;

/** Remembers the subscriptions of ad accounts: TikTok does not say whether one is silent. */
@Injectable()
export class AdSubscriptionsStore {
  constructor(private readonly system: SystemContext) {}

  all(): Promise<StoredSubscription[]> {
    return this.system.statement('subscriptions of ad accounts', ALL, []);
  }

  async save(one: StoredSubscription): Promise<void> {
    const { entity, advertiserId, credentialId, tokenIssuedAt, subscriptionId } = one;
    await this.system.statement('a subscription of an ad account', SAVE, [
      entity,
      advertiserId,
      credentialId,
      tokenIssuedAt,
      subscriptionId,
    ]);
  }

  async delete({ entity, advertiserId }: Pick<StoredSubscription, 'entity' | 'advertiserId'>): Promise<void> {
    await this.system.statement('end a subscription of an ad account', DELETE, [entity, advertiserId]);
  }
}
