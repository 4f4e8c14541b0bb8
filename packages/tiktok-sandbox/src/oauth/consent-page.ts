import type { Account } from '../accounts/account.js';
import { type Html, html } from '../page/html.js';
import { layout } from '../page/layout.js';
import type { AuthorizeRefusal, AuthorizeRequest } from './authorize-request.js';

/** The page on which the user chooses an account, unticks scopes, and approves or denies. */
export function consentPage(
  request: AuthorizeRequest,
  accounts: readonly Account[],
  query: URLSearchParams,
): string {
  return layout(
    'Authorize · TikTok sandbox',
    html`<div class="box">
      <h1>Let ${request.app.clientKey} use your TikTok account?</h1>
      <form method="post" action="/v2/auth/authorize/">
        ${[...query].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <label
          >Account
          <select name="sandbox_account">
            ${accounts.map((account) => accountOption(account))}
          </select></label
        >
        <p>It would be allowed to use:</p>
        ${request.scopes.map((scope) => scopeBox(scope))}
        <p>
          <button class="main" name="sandbox_decision" value="approve">Authorize</button>
          <button name="sandbox_decision" value="deny">Cancel</button>
        </p>
      </form>
      <p>After that you return to <code>${request.redirectUri}</code></p>
    </div>`,
  );
}

function accountOption(account: Account): Html {
  const kind = account.settings.private ? 'private' : 'public';
  return html`<option value="${account.username}">@${account.username} (${kind})</option>`;
}

function scopeBox(scope: string): Html {
  // TikTok grants the basic scope with every login; the user cannot untick it.
  const fixed = scope === 'user.info.basic';
  return fixed
    ? html`<label><input type="checkbox" checked disabled /> ${scope}</label
        ><input type="hidden" name="sandbox_scope" value="${scope}" />`
    : html`<label><input type="checkbox" name="sandbox_scope" value="${scope}" checked /> ${scope}</label>`;
}

/** TikTok's own error page: it names the offending item and does not redirect. */
export function refusalPage(refusal: AuthorizeRefusal): string {
  return layout(
    'Something went wrong · TikTok sandbox',
    html`<div class="box">
      <h1>Something went wrong</h1>
      <p>We couldn't log in with TikTok. This may be due to specific app settings.</p>
      <p class="bad">Correct the following and try again: <b>${refusal.errorType}</b></p>
      <p>
        <code
          >error=${refusal.error}&error_type=${refusal.errorType}${
            refusal.errCode === undefined ? '' : `&errCode=${refusal.errCode}`
          }</code
        >
      </p>
    </div>`,
  );
}
