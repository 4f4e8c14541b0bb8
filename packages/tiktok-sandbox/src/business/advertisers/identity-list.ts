import type { World } from '../../world.js';
import { codeIdentitiesOf } from '../spark/code-identity.js';
import type { Identity, IdentityType } from './identity.js';

/** The sandbox may hold very many accounts; more than a few are only found by their id. */
const LISTED_ACCOUNTS = 100;

/** The Business Center that owns the ad accounts and has access to every TikTok account of the sandbox. */
export const OWNER_BC_ID = '7100000000000000001';

/**
 * The custom identities of an advertiser, the TikTok accounts that are linked to it (all there are), the creators
 * whose posts it has bound by codes, and the accounts of the Business Center (all there are, too).
 */
export function identitiesOf(
  world: World,
  advertiserId: string,
  type?: IdentityType,
  bcId = OWNER_BC_ID,
): Identity[] {
  const linked = (as: IdentityType): Identity[] =>
    world.accounts.some(LISTED_ACCOUNTS).map((account) => accountIdentity(advertiserId, account, as));
  const lists: Record<IdentityType, () => Identity[]> = {
    CUSTOMIZED_USER: () => world.business.tables.identities.of(advertiserId),
    TT_USER: () => linked('TT_USER'),
    AUTH_CODE: () => codeIdentitiesOf(world, advertiserId),
    BC_AUTH_TT: () => (bcId === OWNER_BC_ID ? linked('BC_AUTH_TT') : []),
  };
  return type === undefined ? Object.values(lists).flatMap((list) => list()) : lists[type]();
}

export function findIdentity(world: World, advertiserId: string, id: string): Identity | undefined {
  const own = world.business.tables.identities.getOf(advertiserId, id);
  if (own) return own;
  const creator = codeIdentitiesOf(world, advertiserId).find((identity) => identity.id === id);
  if (creator) return creator;
  const account = world.accounts.all().find((candidate) => candidate.unionId === id);
  return account && accountIdentity(advertiserId, account, 'TT_USER');
}

const LINKED: ReadonlySet<IdentityType> = new Set(['TT_USER', 'BC_AUTH_TT']);

/** A linked account may be named by either way in which it could have been linked. */
export function isOfKind(identity: Identity, type: IdentityType): boolean {
  return identity.type === type || (LINKED.has(identity.type) && LINKED.has(type));
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
