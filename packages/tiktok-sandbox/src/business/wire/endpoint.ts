import type { FastifyRequest } from 'fastify';
import type { World } from '../../world.js';
import { admitAccount, admitAdvertiser, admitGrant, requireAccount, requireScope } from './admission.js';
import type { AccountCall, AdvertiserCall, AppCall, GrantedCall } from './business-call.js';
import type { FileWatcher } from './received-file.js';

/** What every endpoint is: a path below `/open_api/v1.3`, and what happens there. */
interface Path {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/**
 * One path of the Business API. `admit` does the checks that come before any parameter is read and answers
 * what `handle` needs to know; `handle` answers the envelope's `data`. Both throw BusinessError.
 */
export interface BusinessEndpoint extends Path {
  readonly admit: (world: World, request: FastifyRequest) => (call: AppCall) => unknown;
  /** Looks at a file of the multipart body while it streams in. */
  readonly watch?: (call: { readonly world: World }, field: string) => FileWatcher;
}

interface Handled<Call> extends Path {
  readonly handle: (call: Call) => unknown;
}

/** App id and secret in the parameters instead of a token. */
export function appEndpoint({ handle, ...path }: Handled<AppCall>): BusinessEndpoint {
  return {
    ...path,
    admit: (world) => {
      world.business.rate.take(world, path.path);
      return handle;
    },
  };
}

/** An advertiser token; the handler itself looks which advertisers are meant. */
export function grantedEndpoint({ handle, ...path }: Handled<GrantedCall>): BusinessEndpoint {
  return {
    ...path,
    admit: (world, request) => {
      const grant = admitGrant(world, request);
      world.business.rate.take(world, path.path);
      return (call) => handle({ ...call, grant });
    },
  };
}

/** An advertiser token, and `advertiser_id` must be among its advertisers. */
export function advertiserEndpoint({
  handle,
  watch,
  ...path
}: Handled<AdvertiserCall> & Pick<BusinessEndpoint, 'watch'>): BusinessEndpoint {
  return {
    ...path,
    ...(watch ? { watch } : {}),
    admit: (world, request) => {
      const grant = admitGrant(world, request);
      world.business.rate.take(world, path.path);
      return (call) => handle({ ...call, grant, advertiser: admitAdvertiser(call, grant) });
    },
  };
}

/** The token of the TikTok account that `business_id` names. */
export function accountEndpoint({
  handle,
  scopes,
  ...path
}: Handled<AccountCall> & { readonly scopes: readonly string[] }): BusinessEndpoint {
  return {
    ...path,
    admit: (world, request) => {
      const { grant, account } = admitAccount(world, request);
      world.business.rate.take(world, path.path);
      world.business.rate.takeOfAccount(world, path.path, account.businessId);
      return (call) => {
        requireAccount(call, account.businessId);
        requireScope(call, grant.scopes, scopes);
        return handle({ ...call, grant, account });
      };
    },
  };
}
