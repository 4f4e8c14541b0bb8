import { randomUUID } from 'node:crypto';
import type { RunningConnector, Tenant } from '../connector.js';
import { follow, RETURN_URL } from './consent.js';
import { approve } from './family-consent.js';

/** For the environment: what the second consent of such tenants asks for. */
export const PUBLISHING_SCOPES =
  'user.info.basic,user.info.username,video.publish,video.upload,video.list,comment.list';

/**
 * An organisation whose account has consented at the Business API, too.
 * @param login scopes of the first consent; without `video.publish` posts go through the Business API
 * @param account of the sandbox
 */
export async function businessTenant(
  connector: Pick<RunningConnector, 'api' | 'sandbox'>,
  login: string[] = [],
  account: Record<string, unknown> = {},
): Promise<Tenant> {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await connector.sandbox.control('/accounts', { username, videos: 0, ...account });
  return await connectBusiness(connector, { username, organisationId: `org-${randomUUID()}` }, login);
}

/** Connects an account of the sandbox with both consents. */
export async function connectBusiness(
  connector: Pick<RunningConnector, 'api'>,
  { username, organisationId }: Pick<Tenant, 'username' | 'organisationId'>,
  login: string[],
): Promise<Tenant> {
  const api = connector.api(organisationId);
  const scopes = ['user.info.basic', 'user.info.profile', ...login, 'business.creator.insights'];
  const { body } = await api.provider<{ authUrl: string }>('get-auth-url', { scopes, returnUrl: RETURN_URL });
  const next = await follow((await approve(body.authUrl, username)).href);
  const landed = await follow((await approve(next.href, username)).href);
  return { organisationId, username, api, integrationId: landed.searchParams.get('integrationId') ?? '' };
}
