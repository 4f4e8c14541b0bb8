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

/** Prints the addresses to register with TikTok, and checks that it accepts them. */
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

/** @param business true if there is a Business app, which has its own callbacks */
export function redirectUris(publicUrl: string, business: boolean): RedirectUri[] {
  const uses: RedirectUri['use'][] = business ? ['login', 'account', 'advertiser'] : ['login'];
  return uses.map((use) => ({ use, uri: publicUrl + CALLBACK_PATHS[use] }));
}

/** @param strict true if TikTok's rules apply, which a sandbox does not enforce */
export function redirectUriVerdict(uris: readonly RedirectUri[], strict: boolean): Verdict {
  const list = uris.map(({ use, uri }) => `${use}: ${uri}`).join(' · ');
  const problems = strict ? uris.flatMap(problemsOf) : [];
  if (problems.length === 0) return ok(`Register exactly these as redirect URIs: ${list}`);
  return problem(
    `TikTok does not accept these redirect URIs: ${problems.join('; ')}. They are ${list}`,
    'Change PUBLIC_URL: https, a domain name, no port for the Business API, no path, query or fragment.',
  );
}

/** https://developers.tiktok.com/doc/login-kit-web and, stricter, TikTok API for Business */
function problemsOf({ use, uri }: RedirectUri): string[] {
  const { protocol, port } = new URL(uri);
  const business = use !== 'login';
  return [
    protocol !== 'https:' && 'not https',
    /[?#]/.test(uri) && 'with a query or a fragment',
    uri.length > MAX_LENGTH && `longer than ${MAX_LENGTH} characters`,
    business && uri.length < MIN_BUSINESS_LENGTH && 'too short',
    business && !uri.endsWith('/') && 'without a trailing slash',
    business && port !== '' && 'with a port',
  ]
    .filter((message) => message !== false)
    .map((message) => `${use} is ${message}`);
}
