import { namedUuid } from '../../ids.js';
import type { World } from '../../world.js';
import type { Identity } from '../advertisers/identity.js';

/** One AUTH_CODE identity of an advertiser for each creator of whom it has bound a post. */
export function codeIdentitiesOf(world: World, advertiserId: string): Identity[] {
  const { boundPosts, postCodes } = world.business.tables;
  const creators = boundPosts.of(advertiserId).flatMap(({ code }) => postCodes.get(code)?.username ?? []);
  return [...new Set(creators)].flatMap((username) => {
    const account = world.accounts.get(username);
    return account ? [codeIdentity(advertiserId, username, account.displayName)] : [];
  });
}

function codeIdentity(advertiserId: string, username: string, displayName: string): Identity {
  return {
    id: codeIdentityId(advertiserId, username),
    advertiserId,
    type: 'AUTH_CODE',
    displayName,
    username,
    imageUri: null,
  };
}

export function codeIdentityId(advertiserId: string, username: string): string {
  return namedUuid(`auth-code/${advertiserId}/${username}`);
}
