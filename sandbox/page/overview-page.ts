import { BUSINESS_APP, OPEN_API_APP } from '../apps.js';
import type { World } from '../world.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';

const SHOWN_REQUESTS = 50;
const SHOWN_PUBLICATIONS = 20;

/** The whole state at a glance, drawn on the server. */
export function overviewPage(world: World): string {
  return layout(
    'TikTok sandbox',
    html`<h1>TikTok sandbox</h1>
      <p>
        A local double of TikTok's Open API. Nothing here reaches TikTok. Its time is
        <code>${new Date(world.clock.now()).toISOString()}</code>; webhooks go to
        <code>${world.settings.webhookUrl || 'nowhere'}</code>.
      </p>
      <h2>Known keys</h2>
      <p>
        client key <code>${OPEN_API_APP.clientKey}</code>, secret <code>${OPEN_API_APP.clientSecret}</code
        ><br />
        business app id <code>${BUSINESS_APP.appId}</code>, secret <code>${BUSINESS_APP.secret}</code>
      </p>
      ${accounts(world)} ${publications(world)} ${requests(world)}`,
  );
}

function table(title: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<h2>${title}</h2>
    <table>
      <tr>
        ${heads.map((head) => html`<th>${head}</th>`)}
      </tr>
      ${rows}
    </table>`;
}

function accounts(world: World): Html {
  return table(
    'Accounts',
    ['account', 'open_id', 'public videos', 'consents'],
    world.accounts.all().map(
      (account) =>
        html`<tr>
          <td>@${account.username} ${account.settings.private ? '(private)' : ''}</td>
          <td><code>${account.openId}</code></td>
          <td>${world.videos.publicCountOf(account.username)}</td>
          <td>${world.grants.of(account.username).length}</td>
        </tr>`,
    ),
  );
}

function publications(world: World): Html {
  const latest = world.publications.all().slice(-SHOWN_PUBLICATIONS).toReversed();
  return table(
    'Publications',
    ['publish_id', 'account', 'status', 'bytes', 'post ids'],
    latest.map(
      (one) =>
        html`<tr>
          <td><code>${one.id}</code></td>
          <td>@${one.username}</td>
          <td>${one.status} ${one.failReason ?? ''}</td>
          <td>${one.receivedBytes} / ${one.totalBytes}</td>
          <td>${one.postIds.join(', ')}</td>
        </tr>`,
    ),
  );
}

function requests(world: World): Html {
  return table(
    'Latest requests',
    ['time', 'request', 'status', 'code', 'ms'],
    world.journal.latest(SHOWN_REQUESTS).map(
      (entry) =>
        html`<tr>
          <td>${entry.at.slice(11, 23)}</td>
          <td><code>${entry.method} ${entry.path}</code></td>
          <td>${entry.status || 'cut'}</td>
          <td>${entry.code ?? ''}</td>
          <td>${entry.ms}</td>
        </tr>`,
    ),
  );
}
