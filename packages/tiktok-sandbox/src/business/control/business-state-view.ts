import type { World } from '../../world.js';
import { adGroupStatus, adStatus, campaignStatus, smartPlusAdStatus } from '../ads/object-status.js';

/** The state of the Business half, without tokens. */
export function businessStateView(world: World): object {
  const state = world.business;
  const now = world.clock.now();
  const { tables } = state;
  return {
    advertisers: tables.advertisers.all(),
    advertiserTokens: tables.advertiserGrants.all().map(({ advertiserIds }) => ({ advertiserIds })),
    accountTokens: state.accountGrants.all().map(({ username, scopes, accessTokens, refreshExpiresAt }) => ({
      username,
      scopes,
      accessTokens: accessTokens.filter(({ expiresAt }) => expiresAt > now).length,
      refreshExpiresInSeconds: Math.max(0, Math.floor((refreshExpiresAt - now) / 1000)),
    })),
    campaigns: tables.campaigns.all().map((row) => ({
      id: row.id,
      name: row.name,
      operationStatus: row.operationStatus,
      status: campaignStatus(state, row),
    })),
    adgroups: tables.adgroups.all().map((row) => {
      const ads = tables.ads.of(row.advertiserId).filter(({ adgroupId }) => adgroupId === row.id);
      const { id, name, campaignId, operationStatus } = row;
      return { id, name, campaignId, operationStatus, status: adGroupStatus(state, row, ads, now) };
    }),
    ads: tables.ads.all().map((row) => ({
      id: row.id,
      advertiserId: row.advertiserId,
      name: row.name,
      campaignId: row.campaignId,
      smartPlusAdId: row.smartPlusAdId,
      operationStatus: row.operationStatus,
      status: adStatus(state, row, now),
    })),
    smartPlusAds: tables.smartPlusAds.all().map((row) => ({
      id: row.id,
      advertiserId: row.advertiserId,
      name: row.name,
      campaignId: row.campaignId,
      operationStatus: row.operationStatus,
      status: smartPlusAdStatus(state, row, now),
    })),
    files: [...tables.videoFiles.all(), ...tables.imageFiles.all()],
    audiences: tables.audiences
      .all()
      .map(({ id, name, coverNumber, isValid }) => ({ id, name, coverNumber, isValid })),
    posts: tables.posts.all().map(({ publication }) => publication),
    subscriptions: tables.subscriptions
      .all()
      .map(({ id, entity, callbackUrl }) => ({ id, entity, callbackUrl })),
    accountWebhooks: tables.accountWebhooks.all(),
  };
}
