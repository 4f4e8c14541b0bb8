import { answer } from 'tiktok-connector-client';
import type { ApiClient } from '../api-client.js';

export const RETURN_URL = 'https://admin.example/integrations';

const ALL_SCOPES = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.upload',
  'video.publish',
];

/** What the TikTok user does on the consent page. */
export interface Consent {
  /** Username of the TikTok account. */
  account: string;
  /** Asked for. */
  scopes?: string[];
  /** Over the sandbox's own parameters, e.g. `sandbox_deny`. */
  query?: Record<string, string>;
}

/** Follows the browser's way through consent. @returns the final address */
export async function connectAccount(api: ApiClient, consent: Consent): Promise<URL> {
  const callback = await giveConsent(api, consent);
  return await follow(callback.href);
}

/** Gives consent without visiting the callback. @returns its address, with code and state */
export async function giveConsent(
  api: ApiClient,
  { account, scopes = ALL_SCOPES, query = {} }: Consent,
): Promise<URL> {
  const { authUrl } = await answer(
    api.typed.POST('/api/upstream/call/tiktok-provider/get-auth-url', {
      body: { scopes, returnUrl: RETURN_URL },
    }),
  );
  const page = new URL(authUrl);
  const answers = { sandbox_account: account, ...(!query.sandbox_deny && { sandbox_auto_approve: '1' }) };
  for (const [key, value] of Object.entries({ ...answers, ...query })) page.searchParams.set(key, value);
  return await follow(page.href);
}

/** Follows one redirect. */
export async function follow(url: string): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (response.status !== 302 || !location)
    throw new Error(`no redirect but ${response.status}: ${await response.text()}`);
  return new URL(location, url);
}
