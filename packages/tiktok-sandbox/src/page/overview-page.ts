import { BUSINESS_APP, OPEN_API_APP } from '../apps.js';
import type { World } from '../world.js';
import { type Html, html } from './html.js';
import { layout } from './layout.js';
import { accountsSection } from './sections/accounts.section.js';
import { clockSection } from './sections/clock.section.js';
import { faultsSection } from './sections/faults.section.js';
import { publicationsSection } from './sections/publications.section.js';
import { requestsSection } from './sections/requests.section.js';
import { section } from './sections/section.js';
import { tokensSection } from './sections/tokens.section.js';
import { webhooksSection } from './sections/webhooks.section.js';

/** One part of the page, redrawn whenever it changes. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly draw: (world: World) => Html;
}

/** The page from top to bottom. A new part of the sandbox gets a line here. */
const SECTIONS: readonly PageSection[] = [
  { id: 'clock', title: 'Clock and switches', draw: clockSection },
  { id: 'accounts', title: 'Accounts', draw: accountsSection },
  { id: 'publications', title: 'Publications', draw: publicationsSection },
  { id: 'tokens', title: 'Consents', draw: tokensSection },
  { id: 'webhooks', title: 'Webhooks', draw: webhooksSection },
  { id: 'faults', title: 'Faults', draw: faultsSection },
  { id: 'requests', title: 'Requests', draw: requestsSection },
];

/** The whole state at a glance, drawn on the server. */
export function overviewPage(world: World): string {
  return layout(
    'TikTok sandbox',
    html`<h1>TikTok sandbox</h1>
      <p class="quiet">A local double of TikTok. Nothing here reaches TikTok.</p>
      <nav aria-label="Parts of this page">
        ${SECTIONS.map(({ id, title }) => html`<a href="#${id}-title">${title}</a>`)}
      </nav>
      <p>
        client key <code>${OPEN_API_APP.clientKey}</code>, secret <code>${OPEN_API_APP.clientSecret}</code
        ><br />
        business app id <code>${BUSINESS_APP.appId}</code>, secret <code>${BUSINESS_APP.secret}</code>
      </p>
      <output id="said" role="status"></output>
      ${SECTIONS.map(({ id, title, draw }) => section(id, title, draw(world)))}
      <script src="/page/script.js" defer></script>`,
  );
}

/** The content of each section, by its id. */
export function livePage(world: World): Record<string, string> {
  return Object.fromEntries(SECTIONS.map(({ id, draw }) => [id, draw(world).text]));
}
