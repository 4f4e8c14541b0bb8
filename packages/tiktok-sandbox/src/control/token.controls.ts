import type { FastifyInstance } from 'fastify';
import { refreshGrant } from '../oauth/token-issue.js';
import { authorizationRemoved, REMOVED_BY_USER } from '../webhooks/event-of.js';
import type { World } from '../world.js';
import { accountIn, control, ControlError, numberIn, textIn } from './control-input.js';

/** Controls that expire, rotate and revoke tokens. */
export function tokenControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/tokens/expire', ({ body }) => {
    const account = accountIn(world, body);
    const kind = textIn(body, 'kind') ?? 'access';
    if (!['access', 'refresh', 'all'].includes(kind))
      throw new ControlError('kind must be access, refresh or all');
    const grants = world.grants.of(account.username);
    for (const grant of grants) {
      if (kind !== 'refresh') for (const token of grant.accessTokens) token.expiresAt = 0;
      if (kind !== 'access') grant.refreshExpiresAt = 0;
    }
    return { account: account.username, kind, consents: grants.length };
  });
  // As if another process of the app had refreshed: the old pair is invalid.
  control(app, 'POST', '/tokens/rotate', ({ body }) => {
    const account = accountIn(world, body);
    const tokens = world.grants.of(account.username).map((grant) => refreshGrant(world, grant, true));
    return { account: account.username, consents: tokens.length, tokens };
  });
  // The user removes the app in TikTok's settings.
  control(app, 'POST', '/tokens/revoke', ({ body }) => {
    const account = accountIn(world, body);
    const consents = world.grants.remove(account.username);
    const reason = numberIn(body, 'reason') ?? REMOVED_BY_USER;
    world.webhooks.emit(authorizationRemoved(world, account.username, reason));
    return { account: account.username, consents, reason };
  });
}
