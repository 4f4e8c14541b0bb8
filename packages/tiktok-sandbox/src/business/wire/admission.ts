import type { FastifyRequest } from 'fastify';
import type { Account } from '../../accounts/account.js';
import type { World } from '../../world.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { AccountGrant } from '../oauth/account-grant.store.js';
import type { AdvertiserGrant } from '../oauth/advertiser-grant.js';
import type { AppCall } from './business-call.js';
import { BusinessError, noPermission } from './business-error.js';

const BAD_TOKEN = 'Access token is incorrect or has been revoked.';

/** @throws BusinessError 40104, 40105 */
export function admitGrant(world: World, request: FastifyRequest): AdvertiserGrant {
  const grant = world.business.tables.advertiserGrants.get(tokenOf(request));
  if (!grant) throw new BusinessError(40_105, BAD_TOKEN);
  return grant;
}

/** @throws BusinessError 40104, 40105, and 40102 when the switch says so for expired tokens */
export function admitAccount(
  world: World,
  request: FastifyRequest,
): {
  grant: AccountGrant;
  account: Account;
} {
  const known = world.business.accountGrants.byAccessToken(tokenOf(request));
  const account = known && world.accounts.get(known.grant.username);
  if (!known || !account) throw new BusinessError(40_105, BAD_TOKEN);
  if (known.expiresAt <= world.clock.now())
    throw new BusinessError(world.settings.business.expiredTokenCode, 'Access token has expired.');
  return { grant: known.grant, account };
}

function tokenOf(request: FastifyRequest): string {
  const token = request.headers['access-token'];
  if (typeof token !== 'string' || token === '')
    throw new BusinessError(
      40_104,
      'Access token is null, you should set it in http header with key Access-Token.',
    );
  return token;
}

/** @throws BusinessError 40002 without an id, 40001 for an advertiser that the token may not use, 40133 */
export function admitAdvertiser(call: AppCall, grant: AdvertiserGrant): Advertiser {
  return grantedAdvertiser(call, grant, call.params.requireText('advertiser_id'));
}

/** @throws BusinessError 40001, 40133 */
export function grantedAdvertiser(call: AppCall, grant: AdvertiserGrant, id: string): Advertiser {
  const advertiser = call.tables.advertisers.get(id);
  if (!advertiser || !grant.advertiserIds.includes(id))
    throw noPermission(`No permission to operate advertiser ${id}`);
  call.state.rate.takeOfAdvertiser(call.world, id);
  return advertiser;
}

/** @throws BusinessError 40002, 40001 */
export function requireAccount(call: AppCall, businessId: string): void {
  if (call.params.requireText('business_id') !== businessId)
    throw noPermission('The access token has no permission for this business_id.');
}

/** Any one of `scopes` is enough. @throws BusinessError 40001 or 40125 */
export function requireScope(call: AppCall, held: readonly string[], scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => held.includes(scope))) return;
  throw new BusinessError(
    call.settings.missingScopeCode,
    `The access token lacks the scope ${scopes.join(' or ')}.`,
  );
}
