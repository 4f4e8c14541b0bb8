import type { Account } from '../../accounts/account.js';
import { followersAt } from '../../accounts/account-seed.js';
import { avatarPath } from '../../media/signed-url.js';
import type { World } from '../../world.js';
import { controlForm } from '../control-form.js';
import { type Html, html } from '../html.js';
import { badge } from './section.js';

const SHOWN_ACCOUNTS = 12;

/** Accounts with their pictures; a click opens the videos. */
export function accountsSection(world: World): Html {
  const shown = world.accounts.some(SHOWN_ACCOUNTS);
  const more = world.accounts.count - shown.length;
  return html`<div class="cards">${shown.map((account) => card(world, account))}</div>
    ${more > 0 ? html`<p class="quiet">and ${more} more, by <code>GET /__sandbox/state</code></p>` : html``}
    <div class="controls">
      ${controlForm('POST /accounts', 'Add account', [
        { name: 'username', value: '', label: 'New account' },
        { name: 'videos', value: 10, label: 'videos' },
        { name: 'comments', value: 2, label: 'comments each' },
      ])}
      ${controlForm('POST /seed', 'Seed', [
        { name: 'accounts', value: 10, label: 'Seed accounts' },
        { name: 'videos', value: 100, label: 'videos each' },
        { name: 'comments', value: 3, label: 'comments each' },
      ])}
    </div>`;
}

function card(world: World, account: Account): Html {
  const { username, settings } = account;
  const videos = world.videos.countOf(username);
  return html`<article class="card" id="account-${username}">
    <header>
      <img src="${avatarPath(world, username)}" alt="" width="56" height="56" />
      <div>
        <b>${account.displayName}</b> <span class="quiet">@${username}</span><br />
        ${followersAt(account, world.clock.now()).toLocaleString('en')} followers ·
        ${videos.toLocaleString('en')} videos
        ${settings.private ? badge('private', 'wait') : badge('public', 'good')}
        ${settings.banned ? badge('banned', 'bad') : html``}
      </div>
    </header>
    <div class="controls">
      ${controlForm(
        `POST /accounts/${encodeURIComponent(username)}`,
        settings.private ? 'Make public' : 'Make private',
        [{ name: 'private', value: !settings.private }],
      )}
      ${controlForm(
        `POST /accounts/${encodeURIComponent(username)}`,
        settings.banned ? 'Unban' : 'Ban from posting',
        [{ name: 'banned', value: !settings.banned }],
      )}
      <button type="button" data-videos="${username}" aria-expanded="false">Videos</button>
    </div>
    <div class="videos" data-keep="videos-${username}"></div>
  </article>`;
}
