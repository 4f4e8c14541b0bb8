import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient } from '../api-client.js';
import type { ConnectorOptions, RunningConnector } from '../connector.js';
import {
  adTenant,
  endedCreative,
  inDollars,
  uploadCreative,
  type AdTenant,
  type Creative,
} from './ad-tenant.js';
import { clip } from './videos.js';

type Business = NonNullable<NonNullable<ConnectorOptions['sandbox']>['business']>;

/** Options of a connector that launches ads and looks often. TikTok begins without ads, and reviews new ones within 0.3 s. */
export function withLaunches(
  environment: Record<string, string> = {},
  business: Business = {},
): ConnectorOptions {
  return {
    webhooks: false,
    environment: {
      TIKTOK_BUSINESS_TIER: 'ultimate',
      TIKTOK_KEEP_RATE_LIMITS: 'false',
      ADS_SETTLE_SECONDS: '1',
      ADS_REVIEW_POLL_SECONDS: '1',
      ...environment,
    },
    // The service does not keep to limits here, so TikTok has none.
    sandbox: {
      rateLimits: false,
      business: { appLevel: 'ultimate', reviewMs: 300, seedAds: false, ...business },
    },
  };
}

/** A tenant with an uploaded video, and what every launch of a test names. */
export async function launchTenant(
  connector: RunningConnector,
): Promise<{ tenant: AdTenant; parts: LaunchParts; video: Creative }> {
  const tenant = inDollars(await adTenant(connector));
  const { accountId, api } = tenant;
  const { body } = await uploadCreative(api, 'videos', await clip(), { accountId });
  const video = await endedCreative(connector, api, body.id);
  return { tenant, parts: await launchParts(tenant, body.id), video };
}

export interface LaunchStep {
  key: string;
  kind: string;
  name: string;
  status: string;
  objectId: string | null;
  message: string | null;
}

export interface Launch {
  launchId: string;
  status: string;
  family: string;
  campaignId: string | null;
  largestDailySpend: { amount: string; currency: string };
  failCode: string | null;
  failReason: string | null;
  approvedBy: string | null;
  plan: LaunchStep[];
  rejectedAds: { adId: string; reasons: string[] }[];
  unreviewedAds: string[];
  keptObjects: { id: string; name: string; status: string; by: string; userId: string | null; at: string }[];
}

/** What every launch of a test names. */
export interface LaunchParts {
  accountId: string;
  identityId: string;
  pixelId: string;
  uploadId: string;
}

const OVER = new Set(['live', 'partly_live', 'ready', 'failed', 'cancelled', 'awaiting_approval']);

/** A body with as many ad groups and ads as asked for, all with the same uploaded video. */
export function launchBody(
  objective: 'WEB_CONVERSIONS' | 'TRAFFIC',
  { accountId, identityId, pixelId, uploadId }: LaunchParts,
  {
    adGroups = 1,
    adsEach = 1,
    ...over
  }: { adGroups?: number; adsEach?: number; [field: string]: unknown } = {},
): Record<string, unknown> {
  const isWeb = objective === 'WEB_CONVERSIONS';
  const goal = isWeb
    ? { optimizationGoal: 'CONVERT', pixelId, optimizationEvent: 'SHOPPING' }
    : { optimizationGoal: 'CLICK', budget: { mode: 'daily', amount: '20.00' } };
  const ad = (name: string) => ({
    name,
    identity: { type: 'TT_USER', id: identityId },
    creative: { uploadId },
    text: 'New drop',
    callToAction: 'SHOP_NOW',
    landingPageUrl: 'https://shop.example/spring',
  });
  return {
    accountId,
    name: 'Spring 2027',
    objective,
    ...(isWeb && { budget: { mode: 'daily', amount: '50.00' } }),
    schedule: { start: new Date(Date.now() + 3_600_000).toISOString(), end: null },
    reason: 'spring launch',
    adGroups: Array.from({ length: adGroups }, (_, group) => ({
      name: `Group ${group}`,
      ...goal,
      bid: { type: 'BID_TYPE_NO_BID' },
      targeting: { locationIds: ['6252001'] },
      ads: Array.from({ length: adsEach }, (_ad, index) => ad(`Ad ${group}.${index}`)),
    })),
    ...over,
  };
}

/** Reads what a launch in the first ad account needs. */
export async function launchParts(tenant: AdTenant, uploadId: string): Promise<LaunchParts> {
  const { api, accountId, username } = tenant;
  const tool = async (name: string) =>
    (await api.get<{ items: Record<string, string>[] }>(`/api/ads/tools/${name}?accountId=${accountId}`)).body
      .items;
  const identities = await tool('identities');
  const own = identities.find((one) => one.type === 'TT_USER' && one.username === username);
  const [pixel] = await tool('pixels');
  return { accountId, uploadId, identityId: own?.id ?? '', pixelId: pixel?.pixelId ?? pixel?.id ?? '' };
}

/** True if no step follows until a user acts. */
export function isOver({ status }: Launch): boolean {
  return OVER.has(status);
}

/** Waits until nothing more happens to a launch. */
export function endedLaunch(connector: RunningConnector, api: ApiClient, id: string): Promise<Launch> {
  return eventually(async () => {
    await connector.hurry('launch');
    const { body } = await api.get<Launch>(`/api/ads/launches/${id}`);
    return isOver(body) && body;
  }, 60_000);
}

/** Waits until TikTok reviews the ads of a launch. */
export function reviewedLaunch(connector: RunningConnector, api: ApiClient, id: string): Promise<Launch> {
  return eventually(async () => {
    await connector.hurry('launch');
    const { body } = await api.get<Launch>(`/api/ads/launches/${id}`);
    return body.status === 'in_review' && body;
  }, 30_000);
}
