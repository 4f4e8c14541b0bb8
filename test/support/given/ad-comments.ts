import {
  AdObjectApi,
  IdentityApi,
  PixelApi,
  type AdCaller,
  type AdFamily,
  type AdLevel,
} from '../../../src/tiktok/index.js';
import type { RunningConnector, Tenant } from '../connector.js';
import { businessTenant } from './business-tenant.js';
import { adAccountsOf } from './connected-parts.js';
import { follow, RETURN_URL } from './consent.js';
import { approve } from './family-consent.js';
import { conversationsOf, type InboxConversation } from './inbox.js';
import { endedRun, type EndedRun } from './planned-syncs.js';
import { UNLIMITED } from './answering.js';

/** A sandbox with ads, whose app may be called often. */
export const WITH_AD_COMMENTS = {
  webhooks: false,
  sandbox: { business: { ...UNLIMITED.business, seedAds: true, usPlusCtaId: 'optional' } },
  environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', RATE_LIMIT_WRITES: '0', CRM_LIMITED_AFTER_MINUTES: '0' },
} as const;

/** An ad of the sandbox, with the post that it shows. */
export interface SandboxAd {
  adId: string;
  adGroupId: string;
  /** Of a Spark Ad. */
  videoId?: string;
}

export interface AdCommentTenant extends Tenant {
  /** The first ad account. */
  accountId: string;
  /** The newest video of the account; '' without one. */
  videoId: string;
}

/** An organisation whose account may write comments and has ad accounts. Its videos and ads are read. */
export async function adCommentTenant(connector: RunningConnector, videos = 1): Promise<AdCommentTenant> {
  const tenant = await businessTenant(connector, ['video.list', 'user.info.stats'], { videos, comments: 0 });
  const accountId = await connectAds(tenant);
  await syncOf(connector, tenant, 'videos');
  await syncOf(connector, tenant, 'ads');
  const [video] = await connector.database.query<{ id: string }>(
    'SELECT video_id AS id FROM social_activity WHERE integration_id = $1 ORDER BY video_id DESC LIMIT 1',
    [tenant.integrationId],
  );
  return { ...tenant, accountId, videoId: video?.id ?? '' };
}

/** Connects the sandbox's ad accounts. @returns the first one */
export async function connectAds({ api, integrationId, username }: Tenant): Promise<string> {
  const body = { returnUrl: RETURN_URL, integrationId };
  const { authUrl } = (await api.provider<{ authUrl: string }>('get-ads-auth-url', body)).body;
  await follow((await approve(authUrl, username)).href);
  return (await adAccountsOf(api))[0]?.advertiserId ?? '';
}

/** Runs a sync of the tenant's account, as a user asks for it. */
export async function syncOf(
  connector: RunningConnector,
  { api, integrationId }: Pick<Tenant, 'api' | 'integrationId'>,
  syncType: string,
): Promise<EndedRun & { fail_code: string | null; fail_reason: string | null }> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType,
    integrationId,
  });
  const run = await endedRun(connector, body.runIds[0] ?? '');
  return run as EndedRun & { fail_code: string | null; fail_reason: string | null };
}

/** An ad with a post of its own, which no account has. */
export async function seededAd(connector: RunningConnector, tenant: AdCommentTenant): Promise<SandboxAd> {
  const { rows } = await connector.app
    .get(AdObjectApi, { strict: false })
    .page(await callerFor(connector, tenant), { family: 'manual', level: 'ad' }, {});
  const row = rows.find(
    (one) => one['tiktok_item_id'] === undefined && one['smart_plus_ad_id'] === undefined,
  );
  return { adId: String(row?.['ad_id']), adGroupId: String(row?.['adgroup_id']) };
}

/** A Spark Ad that shows a post of the account. */
export async function sparkAd(
  connector: RunningConnector,
  tenant: AdCommentTenant,
  owner: Pick<AdCommentTenant, 'username' | 'videoId'> = tenant,
): Promise<SandboxAd> {
  const { adGroupId } = await seededAd(connector, tenant);
  const { username, videoId } = owner;
  const creative = {
    ad_name: `Spark of ${username}`,
    ad_format: 'SINGLE_VIDEO',
    tiktok_item_id: videoId,
    identity_type: 'TT_USER',
    identity_id: await identityOf(connector, tenant, username),
  };
  const ad = await create(connector, tenant, 'manual', 'ad', {
    adgroup_id: adGroupId,
    creatives: [creative],
  });
  return { adId: ad, adGroupId, videoId };
}

/** An ad of Upgraded Smart+ that shows a post of the account. `adId` is its creative, which viewers comment on. */
export async function smartPlusAd(
  connector: RunningConnector,
  tenant: AdCommentTenant,
  { username, videoId }: Pick<AdCommentTenant, 'username' | 'videoId'> = tenant,
): Promise<SandboxAd> {
  const request_id = String(Date.now());
  const [pixel] = await connector.app
    .get(PixelApi, { strict: false })
    .list(await callerFor(connector, tenant));
  const campaign = await create(connector, tenant, 'us_plus', 'campaign', {
    request_id,
    objective_type: 'WEB_CONVERSIONS',
    sales_destination: 'WEBSITE',
    campaign_name: `Smart of ${username}`,
    budget_optimize_on: true,
    budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET',
    // Enough in every currency.
    budget: 6000,
  });
  const adGroupId = await create(connector, tenant, 'us_plus', 'ad_group', {
    request_id,
    campaign_id: campaign,
    adgroup_name: 'Smart group',
    promotion_type: 'WEBSITE',
    optimization_goal: 'CONVERT',
    pixel_id: pixel?.pixel_id,
    optimization_event: 'SHOPPING',
    billing_event: 'OCPM',
    bid_type: 'BID_TYPE_NO_BID',
    schedule_type: 'SCHEDULE_FROM_NOW',
    schedule_start_time: '2026-11-01 00:00:00',
    targeting_spec: { location_ids: ['6252001'] },
  });
  const creative_info = {
    ad_format: 'SINGLE_VIDEO',
    tiktok_item_id: videoId,
    identity_type: 'TT_USER',
    identity_id: await identityOf(connector, tenant, username),
  };
  await create(connector, tenant, 'us_plus', 'ad', {
    adgroup_id: adGroupId,
    ad_name: 'Smart ad',
    creative_list: [{ creative_info }],
    ad_text_list: [{ ad_text: 'text' }],
    landing_page_url_list: [{ landing_page_url: 'https://shop.example.com/' }],
    call_to_action_list: [{ call_to_action: 'SHOP_NOW' }],
  });
  await syncOf(connector, tenant, 'ads');
  const { ads } = await connector.sandbox.read<{ ads: { id: string; campaignId: string }[] }>(
    '/business/state',
  );
  const creative = ads.find((row) => row.campaignId === campaign);
  return { adId: creative?.id ?? '', adGroupId, videoId };
}

/** Writes a viewer's comment under an ad. @returns its id */
export async function commentOnAd(
  connector: RunningConnector,
  { adId }: Pick<SandboxAd, 'adId'>,
  text: string,
  more: { parentCommentId?: string; username?: string; likes?: number } = {},
): Promise<string> {
  const body = { adId, text, ...more };
  return (await connector.sandbox.control<{ commentId: string }>('/business/ad-comments', body)).commentId;
}

/** The conversations that a comment begins: more than one would be a fault. */
export async function conversationsAbout(
  api: Tenant['api'],
  commentId: string,
  query = '?limit=200',
): Promise<InboxConversation[]> {
  const all = (await conversationsOf(api, query)) as InboxConversation[];
  return all.filter((one) => one.rootCommentId === commentId);
}

async function identityOf(
  connector: RunningConnector,
  tenant: AdCommentTenant,
  username: string,
): Promise<string> {
  const api = connector.app.get(IdentityApi, { strict: false });
  const identities = await api.list(await callerFor(connector, tenant));
  return identities.find((one) => one.username === username)?.identity_id ?? '';
}

async function create(
  connector: RunningConnector,
  tenant: AdCommentTenant,
  family: AdFamily,
  level: AdLevel,
  body: Record<string, unknown>,
): Promise<string> {
  const api = connector.app.get(AdObjectApi, { strict: false });
  const { data } = await api.create(await callerFor(connector, tenant), { family, level }, body);
  return data.id ?? '';
}

async function callerFor(
  { database }: RunningConnector,
  { integrationId, accountId }: AdCommentTenant,
): Promise<AdCaller> {
  const [row] = await database.query<{ id: string }>(
    'SELECT advertiser_credential_id AS id FROM integrations WHERE id = $1',
    [integrationId],
  );
  return { credentialId: row?.id ?? '', advertiserId: accountId };
}
