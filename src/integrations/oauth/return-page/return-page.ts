import { explainError } from '../../../tiktok/index.js';

/** The account that a consent has connected, as far as this service knows it. */
export interface ConnectedAccount {
  username: string | null;
  displayName: string | null;
  status: string;
}

/** The page's text, without markup. */
export interface PageText {
  title: string;
  lines: string[];
}

const NEXT = 'You can close this page. The list of connections is at GET /api/integrations.';
const RETRY = 'To retry, connect the account again from the admin UI.';

/**
 * Describes the outcome of a consent.
 * @param outcome the query of the return address
 * @param account the one that `integrationId` names; undefined if there is none
 */
export function pageText(
  outcome: Record<string, string | undefined>,
  account: ConnectedAccount | undefined,
): PageText {
  const { status, code, warning } = outcome;
  if (status === 'error') return { title: 'The account was not connected', lines: [textOf(code), RETRY] };
  if (status !== 'connected') {
    const line = 'TikTok sends the browser here after a consent. This visit changed nothing.';
    return { title: 'Connect a TikTok account', lines: [line, RETRY] };
  }
  if (!account) return { title: 'Unknown connection', lines: [RETRY] };
  if (account.status !== 'active')
    return { title: `${nameOf(account)} is ${account.status}, not connected`, lines: [RETRY] };
  const missing = warning?.replace(/^account_/, '');
  const lines = missing === undefined ? [] : ['Comments and insights were not connected.', textOf(missing)];
  return { title: `Connected: ${nameOf(account)}`, lines: [...lines, NEXT] };
}

function nameOf({ username, displayName }: ConnectedAccount): string {
  return username === null ? (displayName ?? 'a TikTok account') : `@${username}`;
}

/** Explains a code. Free text is never repeated on the page. */
function textOf(code: string | undefined): string {
  if (code === undefined || !/^[a-z0-9_]{1,60}$/i.test(code)) return 'The reason is unknown.';
  const { message, known } = explainError('connector', code);
  return known ? `${message} (${code})` : `The reason is "${code}".`;
}

/** Renders the page, which loads nothing, runs nothing and links to no other site. */
export function toHtml({ title, lines }: PageText): string {
  const paragraphs = lines.map((line) => `    <p>${escape(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escape(title)}</title>
    <style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style>
  </head>
  <body>
    <h1>${escape(title)}</h1>
${paragraphs}
    <p><a href="/api/docs">API documentation</a></p>
  </body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
