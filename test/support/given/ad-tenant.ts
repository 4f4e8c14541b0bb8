import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient } from '../api-client.js';
import type { RunningConnector } from '../connector.js';
import type { SandboxControl } from '../sandbox-control.js';
import { adAccountsOf, ConnectedParts, type AdAccountBody } from './connected-parts.js';
import { follow, RETURN_URL } from './consent.js';
import { approve, callbackOf } from './family-consent.js';

/** An organisation with ad accounts. */
export interface AdTenant {
  api: ApiClient;
  organisationId: string;
  username: string;
  integrationId: string;
  /** The first of its ad accounts. */
  accountId: string;
  accountIds: string[];
  accounts: AdAccountBody[];
}

/** Connects a TikTok account with its ad accounts. All of them see the sandbox's advertisers. */
export async function adTenant(connector: RunningConnector): Promise<AdTenant> {
  const parts = await ConnectedParts.connect(connector);
  const accounts = await parts.connectAds();
  const { api, organisationId, username, integrationId } = parts;
  return { api, organisationId, username, integrationId, ...named(accounts) };
}

function named(accounts: AdAccountBody[]): Pick<AdTenant, 'accounts' | 'accountIds' | 'accountId'> {
  const accountIds = accounts.map((one) => one.advertiserId);
  return { accounts, accountIds, accountId: accountIds[0] ?? '' };
}

/** Chooses the ad account in USD: minimum budgets differ by currency. */
export function inDollars(tenant: AdTenant): AdTenant {
  const account = tenant.accounts.find(({ currency }) => currency === 'USD');
  return { ...tenant, accountId: account?.advertiserId ?? '' };
}

export interface Creative {
  id: string;
  accountId: string;
  kind: string;
  name: string;
  status: string;
  progress: { uploadedBytes: number; totalBytes: number | null };
  facts: { format?: string; width?: number; height?: number } | null;
  md5: string | null;
  videoId: string | null;
  imageId: string | null;
  coverImageId: string | null;
  covers: { imageId: string; url: string | null }[];
  previewUrl: string | null;
  flaws: string[];
  carouselUsable: boolean | null;
  failCode: string | null;
  failReason: string | null;
}

/** Sends a file as a form. @param fields come before the file */
export function uploadCreative<Body = Creative>(
  api: ApiClient,
  kind: 'videos' | 'images',
  bytes: Uint8Array,
  fields: Record<string, string>,
): ReturnType<typeof api.send<Body>> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'file');
  return api.send<Body>('POST', `/api/ads/creatives/${kind}`, { body });
}

/** Waits until nothing more happens to a creative. */
export function endedCreative(connector: RunningConnector, api: ApiClient, id: string): Promise<Creative> {
  return eventually(async () => {
    await connector.hurry('creative');
    const { body } = await api.get<Creative>(`/api/ads/creatives/${id}`);
    return ['ready', 'failed', 'unknown'].includes(body.status) && body;
  }, 20_000);
}

/** Connects a TikTok account with its ad accounts at a service in a process of its own. */
export async function adTenantAt(
  sandbox: SandboxControl,
  api: ApiClient,
  organisationId: string,
): Promise<AdTenant> {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await sandbox.control('/accounts', { username });
  const landed = await follow((await callbackOf('account', api, username)).href);
  const integrationId = landed.searchParams.get('integrationId') ?? '';
  const body = { returnUrl: RETURN_URL, integrationId };
  const { authUrl } = (await api.provider<{ authUrl: string }>('get-ads-auth-url', body)).body;
  await follow((await approve(authUrl, username)).href);
  return { api, organisationId, username, integrationId, ...named(await adAccountsOf(api)) };
}
