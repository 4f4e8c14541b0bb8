import { got } from 'got';
import { cutText } from '../../src/common/index.js';
import type { Api } from './api.js';
import { show, step } from './story.js';

const RETURN_URL = 'https://admin.example/integrations';
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
  const { authUrl } = await api.action<{ authUrl: string }>('get-auth-url', {
    scopes: SCOPES,
    returnUrl: RETURN_URL,
  });
  const tiktok = new URL(authUrl).origin;
  show('consent page', authUrl.replace(/state=[^&]+/, 'state=…').slice(0, 100) + '…');
  await assertSandbox(tiktok);
  show('the user', 'approves (in the sandbox nobody has to click)');
  show('browser ends at', (await approve(authUrl)).replace(/integrationId=.*/, 'integrationId=…'));
  const { items } = await api.get<{ items: Integration[] }>('api/integrations');
  const integration = items[0];
  show('integration', `${integration?.displayName} (@${integration?.username}) is ${integration?.status}`);
  show('granted', integration?.grantedScopes.join(', ') ?? '');
  show(
    'still missing',
    `${integration?.missingScopes.join(', ')} (a consent of its own, at TikTok API for Business)`,
  );
  return tiktok;
}

async function assertSandbox(origin: string): Promise<void> {
  const state = await got(`${origin}/__sandbox/counters`, {
    throwHttpErrors: false,
    retry: { limit: 0 },
  }).catch(() => undefined);
  if (state?.statusCode !== 200) {
    throw new Error(
      `The service is connected to ${origin}, not to the sandbox: the demo does not post to real accounts.`,
    );
  }
}

/** Follows the redirects as a browser would, up to the return address. */
async function approve(authUrl: string): Promise<string> {
  let url = `${authUrl}&sandbox_auto_approve=1`;
  for (let hop = 0; hop < 10; hop += 1) {
    if (url.startsWith(RETURN_URL)) return url;
    const answer = await got(url, { followRedirect: false, throwHttpErrors: false, retry: { limit: 0 } });
    if (!answer.headers.location)
      throw new Error(`the consent stopped at HTTP ${answer.statusCode}: ${cutText(answer.body, 200)}`);
    url = new URL(answer.headers.location, url).href;
  }
  throw new Error('the consent went round in circles');
}
