import type { Grant } from '../../oauth/grant.store.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';
import { badge, table } from './section.js';

const SHOWN_GRANTS = 20;

/** Consents and the remaining lifetime of their tokens. The tokens themselves are not shown. */
export function tokensSection(world: World): Html {
  return table(
    ['account', 'scopes', 'access token', 'refresh token', ''],
    world.grants
      .all()
      .slice(-SHOWN_GRANTS)
      .toReversed()
      .map((grant) => row(world, grant)),
    'No account is connected. Open a consent page from the connector, or /v2/auth/authorize/.',
  );
}

function row(world: World, grant: Grant): Html {
  const { username } = grant;
  const fields = [{ name: 'account', value: username }];
  const expire = (kind: string) => [...fields, { name: 'kind', value: kind }];
  return html`<tr>
    <td>@${username}</td>
    <td>${grant.scopes.join(', ')}</td>
    <td>${left(world, grant.accessTokens.at(-1)?.expiresAt ?? 0)}</td>
    <td>${left(world, grant.refreshExpiresAt)}</td>
    <td class="controls">
      ${controlForm('POST /tokens/expire', 'Expire access', expire('access'))}
      ${controlForm('POST /tokens/expire', 'Expire refresh', expire('refresh'))}
      ${controlForm('POST /tokens/rotate', 'Rotate', fields)}
      ${controlForm('POST /tokens/revoke', 'User disconnects', fields)}
    </td>
  </tr>`;
}

function left(world: World, until: number): Html {
  const minutes = Math.floor((until - world.clock.now()) / 60_000);
  if (minutes < 0) return badge('expired', 'bad');
  return badge(minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`, 'good');
}
