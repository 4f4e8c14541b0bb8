import { got } from 'got';
import { cutText } from '../../src/common/index.js';
import type { Api } from './api.js';
import { show, step } from './story.js';

const SCOPES = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.upload',
  'video.publish',
  'business.creator.insights',
];

interface Integration {
  id: string;
  displayName: string;
  username: string;
  status: string;
  grantedScopes: string[];
  missingScopes: string[];
}

/** @returns the address of the sandbox that stands in for TikTok */
export async function connect(api: Api): Promise<string> {
  step('Connect a TikTok account', 'The admin UI asks for a consent URL and sends the browser there.');
  const returnUrl = `${api.baseUrl}/connect/done`;
  const { authUrl } = await api.action<{ authUrl: string }>('get-auth-url', { scopes: SCOPES, returnUrl });
  const tiktok = new URL(authUrl).origin;
  show('consent page', authUrl.replace(/state=[^&]+/, 'state=…').slice(0, 100) + '…');
  await assertSandbox(tiktok);
  show('the user', 'approves, first the login, then comments and insights (in the sandbox without a click)');
  const end = await approve(authUrl, returnUrl);
  show('browser ends at', end.replace(/integrationId=.*/, 'integrationId=…'));
  show('and shows', headlineOf(await open(end)));
  const { items } = await api.get<{ items: Integration[] }>('api/integrations');
  const integration = items[0];
  if (integration?.status !== 'active') throw new Error('the account is not among the connected ones');
  show('integration', `${integration.displayName} (@${integration.username}) is ${integration.status}`);
  show('granted', integration.grantedScopes.join(', '));
  if (integration.missingScopes.length > 0) show('not granted', integration.missingScopes.join(', '));
  return tiktok;
}

async function assertSandbox(origin: string): Promise<void> {
  const state = await got(`${origin}/__sandbox/counters`, {
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { request: 10_000 },
  }).catch(() => undefined);
  if (state?.statusCode !== 200) {
    throw new Error(
      `The service is connected to ${origin}, not to the sandbox: the demo does not post to real accounts.`,
    );
  }
}

const MAX_HOPS = 20;

/** Follows the redirects as a browser would, up to the return address. Each of TikTok's consent pages is approved. */
export async function approve(authUrl: string, returnUrl: string): Promise<string> {
  const tiktok = new URL(authUrl).origin;
  let url = new URL(authUrl);
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    if (url.href.startsWith(returnUrl)) return url.href;
    if (url.origin === tiktok) url.searchParams.set('sandbox_auto_approve', '1');
    const { headers, statusCode, body } = await visit(url.href);
    if (!headers.location)
      throw new Error(
        `the consent stopped at ${url.origin}${url.pathname} (HTTP ${statusCode}): ${textOf(body)}`,
      );
    url = new URL(headers.location, url);
  }
  throw new Error(`the consent did not come back to ${returnUrl} after ${MAX_HOPS} redirects`);
}

async function open(url: string): Promise<string> {
  const { statusCode, body } = await visit(url);
  if (statusCode !== 200) throw new Error(`${url} answers HTTP ${statusCode}`);
  return body;
}

function visit(url: string) {
  return got(url, { followRedirect: false, throwHttpErrors: false, retry: { limit: 0 } });
}

function headlineOf(html: string): string {
  return /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? textOf(html);
}

/** What a person would read of a page. */
function textOf(html: string): string {
  const text = html.replace(/<(style|script|head)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return cutText(text.replace(/\s+/g, ' ').trim(), 200);
}
