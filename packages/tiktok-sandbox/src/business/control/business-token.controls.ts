import type { FastifyInstance } from 'fastify';
import { accountIn, control, ControlError, numberIn, textIn } from '../../control/control-input.js';
import { REMOVED_BY_USER } from '../../webhooks/event-of.js';
import type { World } from '../../world.js';
import { emitAuthorizationRemoved } from '../webhooks/account-event.js';

const KINDS = ['access', 'refresh', 'all'];

/** Expires Business tokens early, or removes a scope. */
export function businessTokenControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/tokens/expire', ({ body }) => {
    const { username } = accountIn(world, body);
    const kind = textIn(body, 'kind') ?? 'access';
    if (!KINDS.includes(kind)) throw new ControlError(`kind must be one of ${KINDS.join(', ')}`);
    const grants = world.business.accountGrants.of(username);
    for (const grant of grants) {
      if (kind !== 'refresh') for (const token of grant.accessTokens) token.expiresAt = 0;
      if (kind !== 'access') grant.refreshExpiresAt = 0;
    }
    return { account: username, kind, consents: grants.length };
  });
  control(app, 'POST', '/business/tokens/scope', ({ body }) => {
    const { username } = accountIn(world, body);
    const drop = textIn(body, 'drop');
    const grants = world.business.accountGrants.of(username);
    for (const grant of grants) grant.scopes = grant.scopes.filter((scope) => scope !== drop);
    return { account: username, consents: grants.length };
  });
  // `family: advertiser` ends every advertiser token; else the owner of an account removes the app.
  control(app, 'POST', '/business/tokens/revoke', ({ body }) => {
    if (body['family'] === 'advertiser') {
      const { advertiserGrants } = world.business.tables;
      const tokens = advertiserGrants.all().length;
      advertiserGrants.clear();
      return { tokens };
    }
    const { username } = accountIn(world, body);
    const consents = world.business.accountGrants.remove(username);
    const reason = numberIn(body, 'reason') ?? REMOVED_BY_USER;
    emitAuthorizationRemoved(world, username, reason);
    return { account: username, consents, reason };
  });
}
