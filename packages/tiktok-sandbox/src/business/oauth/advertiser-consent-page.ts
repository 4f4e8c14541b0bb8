import { html } from '../../page/html.js';
import { layout } from '../../page/layout.js';
import type { Advertiser } from '../advertisers/advertiser.js';

/** The page on which the owner of ad accounts chooses those that the app may use. */
export function advertiserConsentPage(advertisers: readonly Advertiser[], query: URLSearchParams): string {
  return layout(
    'Authorize ad accounts · TikTok sandbox',
    html`<div class="box">
      <h1>Let ${query.get('app_id') ?? ''} use your ad accounts?</h1>
      <form method="post" action="/portal/auth">
        ${[...query].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${advertisers.map(
          (one) =>
            html`<label
              ><input type="checkbox" name="sandbox_advertiser" value="${one.id}" checked /> ${one.name}
              (${one.currency}, <code>${one.id}</code>)</label
            >`,
        )}
        <p>
          <button class="main" name="sandbox_decision" value="approve">Confirm</button>
          <button name="sandbox_decision" value="deny">Cancel</button>
        </p>
      </form>
      <p>After that you return to <code>${query.get('redirect_uri') ?? ''}</code></p>
    </div>`,
  );
}

/** An error on the page itself; nothing redirects. */
export function advertiserRefusalPage(parameter: string): string {
  return layout(
    'Something went wrong · TikTok sandbox',
    html`<div class="box">
      <h1>Something went wrong</h1>
      <p class="bad">The parameter <b>${parameter}</b> does not match the app's settings.</p>
    </div>`,
  );
}
