import type { FastifyInstance } from 'fastify';
import { type AccountSettings, DEFAULT_ACCOUNT_SETTINGS } from '../accounts/account.js';
import { MAX_COMMENTS } from '../comments/seeded-comments.js';
import { MAX_VIDEOS } from '../videos/seeded-profile.js';
import { addAccount } from '../world-seed.js';
import type { World } from '../world.js';
import { control, ControlError, textIn } from './control-input.js';
import { override } from './override.js';
import { MAX_ACCOUNTS, wholeIn } from './seed.controls.js';
import { accountView } from './state-view.js';

const DEFAULT_VIDEOS = 10;

/** Settings that may be null, with their other type. */
const NULLABLE = { postsPerDay: 'number', failPostsWith: 'string' };

/** Controls that create accounts and change their settings. */
export function accountControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/accounts', ({ body }) => {
    const { username: _username, videos: _videos, comments: _comments, ...settings } = body;
    const username = textIn(body, 'username');
    if (username === undefined) throw new ControlError('username is missing');
    if (!/^[^\s/?#]{1,64}$/.test(username))
      throw new ControlError('username must be 1 to 64 characters without spaces or slashes');
    if (world.accounts.count >= MAX_ACCOUNTS) throw new ControlError(`there are ${MAX_ACCOUNTS} accounts`);
    if (world.accounts.get(username)) throw new ControlError(`there already is an account ${username}`);
    const account = addAccount(world, {
      username,
      videos: wholeIn(body, 'videos', DEFAULT_VIDEOS, MAX_VIDEOS),
      comments: wholeIn(body, 'comments', 0, MAX_COMMENTS),
      settings: override<AccountSettings>(DEFAULT_ACCOUNT_SETTINGS, settings, NULLABLE),
    });
    return accountView(world, account);
  });
  control(app, 'POST', '/accounts/:username', ({ body, params }) => {
    const account = world.accounts.get(params['username'] ?? '');
    if (!account) throw new ControlError(`there is no account ${params['username'] ?? ''}`, 404);
    const { dropScope: _dropScope, ...settings } = body;
    const scope = textIn(body, 'dropScope');
    account.settings = override(account.settings, settings, NULLABLE);
    // As if the user had unticked it in the app: tokens stay valid without the scope.
    for (const grant of world.grants.of(account.username))
      grant.scopes = grant.scopes.filter((held) => held !== scope);
    return accountView(world, account);
  });
}
