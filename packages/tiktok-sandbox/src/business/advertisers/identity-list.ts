import type { World } from '../../world.js';
import type { Identity, IdentityType } from './identity.js';

/** The sandbox may hold very many accounts; more than a few are only found by their id. */
const LISTED_ACCOUNTS = 100;

/** The Business Center that owns the ad accounts and has access to every TikTok account of the sandbox. */
export const OWNER_BC_ID = '7100000000000000001';

/**
 * The custom identities of an advertiser, and the TikTok accounts that are linked to it: all there are. They are
 * also those of the Business Center. No account was linked by a code of a single post (AUTH_CODE).
 */
export function identitiesOf(
  world: World,
  advertiserId: string,
  type?: IdentityType,
  bcId?: string,
): Identity[] {
  if (type === 'AUTH_CODE' || (type === 'BC_AUTH_TT' && bcId !== OWNER_BC_ID)) return [];
  const linkedAs = type === 'BC_AUTH_TT' ? 'BC_AUTH_TT' : 'TT_USER';
  const custom = world.business.tables.identities.of(advertiserId);
  const accounts = world.accounts
    .all()
    .slice(0, LISTED_ACCOUNTS)
    .map((account) => accountIdentity(advertiserId, account, linkedAs));
  if (type === undefined) return [...custom, ...accounts];
  return type === 'CUSTOMIZED_USER' ? [...custom] : accounts;
}

export function findIdentity(world: World, advertiserId: string, id: string): Identity | undefined {
  const custom = world.business.tables.identities.getOf(advertiserId, id);
  if (custom) return custom;
  const account = world.accounts.all().find((candidate) => candidate.unionId === id);
  return account && accountIdentity(advertiserId, account, 'TT_USER');
}

/** A linked account may be named by any way in which it could have been linked. */
export function isOfKind(identity: Identity, type: IdentityType): boolean {
  return (identity.type === 'CUSTOMIZED_USER') === (type === 'CUSTOMIZED_USER');
}

function accountIdentity(
  advertiserId: string,
  account: { readonly unionId: string; readonly displayName: string; readonly username: string },
  type: IdentityType,
): Identity {
  return {
    id: account.unionId,
    advertiserId,
    type,
    displayName: account.displayName,
    username: account.username,
    imageUri: null,
  };
}
