import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody } from '../api-client.js';
import type { RunningConnector } from '../connector.js';
import { connectAccount, follow, RETURN_URL } from './consent.js';
import { approve } from './family-consent.js';

export interface AdAccountOfTenant {
  advertiserId: string;
  name: string;
  currency: string;
  timeZone: string;
}

export interface AdsTenant {
  organisationId: string;
  api: ApiClient;
  /** By name; the sandbox grants all that it has. */
  accounts: AdAccountOfTenant[];
}

/** An organisation that has connected the sandbox's ad accounts. */
export async function adsTenant(connector: RunningConnector): Promise<AdsTenant> {
  const organisationId = `org-${randomUUID()}`;
  const username = `user_${randomUUID().slice(0, 8)}`;
  await connector.sandbox.control('/accounts', { username, videos: 0 });
  const api = connector.api(organisationId);
  await connectAccount(api, { account: username });
  const { body } = await api.provider<{ authUrl: string }>('get-ads-auth-url', { returnUrl: RETURN_URL });
  await follow((await approve(body.authUrl, username)).href);
  const accounts = await eventually(async () => {
    const list = await api.get<PageBody<AdAccountOfTenant>>('/api/ad-accounts');
    return list.body.items.length > 0 && list.body.items;
  });
  return { organisationId, api, accounts };
}
