import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { CALLBACK_PATHS } from '../../integrations/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';
import { isRealTikTok } from '../real-tiktok.js';

const MAX_LENGTH = 511; // "less than 512 characters"
const MIN_BUSINESS_LENGTH = 10;

export interface RedirectUri {
  use: 'login' | 'account' | 'advertiser';
  uri: string;
}

/** The addresses to register with TikTok, character for character, and whether it would take them. */
@Injectable()
export class RedirectUrisCheck extends Check {
  readonly name = 'redirect_uris';

  constructor(private readonly config: AppConfig) {
    super();
  }

  examine(): Verdict {
    const { http, tiktok } = this.config;
    const uris = redirectUris(http.publicUrl, tiktok.business !== undefined);
    return redirectUriVerdict(uris, isRealTikTok(tiktok));
  }
}

/** @param business whether there is a Business app, which has callbacks of its own */
export function redirectUris(publicUrl: string, business: boolean): RedirectUri[] {
  const uses: RedirectUri['use'][] = business ? ['login', 'account', 'advertiser'] : ['login'];
  return uses.map((use) => ({ use, uri: publicUrl + CALLBACK_PATHS[use] }));
}

/** @param strict whether TikTok's rules apply, as they do not at a sandbox */
export function redirectUriVerdict(uris: readonly RedirectUri[], strict: boolean): Verdict {
  const list = uris.map(({ use, uri }) => `${use}: ${uri}`).join(' · ');
  const complaints = strict ? uris.flatMap(complaintsAbout) : [];
  if (complaints.length === 0) return ok(`Register exactly these as redirect URIs: ${list}`);
  return problem(
    `TikTok would not take these redirect URIs: ${complaints.join('; ')}. They are ${list}`,
    'Change PUBLIC_URL: https, a domain name, no port for the Business API, no path, query or fragment.',
  );
}

/** https://developers.tiktok.com/doc/login-kit-web and, stricter, TikTok API for Business */
function complaintsAbout({ use, uri }: RedirectUri): string[] {
  const { protocol, port } = new URL(uri);
  const business = use !== 'login';
  return [
    protocol !== 'https:' && 'not https',
    /[?#]/.test(uri) && 'with a query or a fragment',
    uri.length > MAX_LENGTH && `longer than ${MAX_LENGTH} characters`,
    business && uri.length < MIN_BUSINESS_LENGTH && 'too short',
    business && !uri.endsWith('/') && 'without a slash at the end',
    business && port !== '' && 'with a port',
  ]
    .filter((message) => message !== false)
    .map((message) => `${use} is ${message}`);
}
