import type { World } from '../../world.js';
import type { Identity } from './identity.js';

/** The sandbox may hold very many accounts; more than a few are only found by their id. */
const LISTED_ACCOUNTS = 100;

/** The custom identities of an advertiser, and the TikTok accounts that are linked to it: all there are. */
export function identitiesOf(world: World, advertiserId: string): Identity[] {
  const accounts = world.accounts.all().slice(0, LISTED_ACCOUNTS);
  return [
    ...world.business.tables.identities.of(advertiserId),
    ...accounts.map((account) => accountIdentity(advertiserId, account)),
  ];
}

export function findIdentity(world: World, advertiserId: string, id: string): Identity | undefined {
  const custom = world.business.tables.identities.getOf(advertiserId, id);
  if (custom) return custom;
  const account = world.accounts.all().find((candidate) => candidate.unionId === id);
  return account && accountIdentity(advertiserId, account);
}

function accountIdentity(
  advertiserId: string,
  account: { readonly unionId: string; readonly displayName: string; readonly username: string },
): Identity {
  return {
    id: account.unionId,
    advertiserId,
    type: 'TT_USER',
    displayName: account.displayName,
    username: account.username,
    imageUri: null,
  };
}
