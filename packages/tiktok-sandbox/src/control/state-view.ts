import type { Account } from '../accounts/account.js';
import type { World } from '../world.js';

/** `GET /__sandbox/state`: the whole state, without tokens. @param limit accounts to show */
export function stateView(world: World, limit: number): object {
  return {
    now: new Date(world.clock.now()).toISOString(),
    settings: world.settings,
    accountsTotal: world.accounts.count,
    accounts: world.accounts.some(limit).map((account) => accountView(world, account)),
    publications: world.publications.all(),
    webhooks: world.webhooks.deliveries,
    faults: world.faults.all(),
  };
}

export function accountView(world: World, account: Account): object {
  const now = world.clock.now();
  const seconds = (until: number): number => Math.max(0, Math.floor((until - now) / 1000));
  return {
    username: account.username,
    open_id: account.openId,
    business_id: account.businessId,
    videos: world.videos.countOf(account.username),
    publicVideos: world.videos.publicCountOf(account.username),
    settings: account.settings,
    tokens: world.grants.of(account.username).map((grant) => ({
      clientKey: grant.clientKey,
      scopes: grant.scopes,
      accessTokens: grant.accessTokens.filter((token) => token.expiresAt > now).length,
      accessExpiresInSeconds: seconds(grant.accessTokens.at(-1)?.expiresAt ?? 0),
      refreshExpiresInSeconds: seconds(grant.refreshExpiresAt),
    })),
  };
}

/** `GET /__sandbox/counters`. */
export function countersView(world: World): object {
  const { calls, answers429 } = world.journal.counters();
  return {
    calls,
    answersNotServed: Object.entries(calls)
      .filter(([endpoint]) => endpoint.endsWith('(not served)'))
      .reduce((sum, [, count]) => sum + count, 0),
    tokenCalls: calls['POST /v2/oauth/token/'] ?? 0,
    postsCreated: world.publications.all().filter((one) => one.videoId !== null).length,
    answers429,
  };
}
