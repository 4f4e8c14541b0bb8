import { Injectable } from '@nestjs/common';
import { parseJson } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

// The app's key and secret are not a pair that TikTok knows.
const WRONG = new Set(['invalid_client', 'client_key']);
// Only these passed the secret: TikTok knows the app and does not let it use this grant.
const ACCEPTED_BUT = new Set(['unauthorized_client', 'unsupported_grant_type', 'invalid_scope']);

/**
 * TikTok accepts key and secret. A token by client_credentials belongs to no user, opens nothing of theirs, and is not
 * kept. https://developers.tiktok.com/doc/client-access-token-management
 */
@Injectable()
export class ClientSecretCheck extends Check {
  readonly name = 'client_secret';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    const { apiBaseUrl, login } = this.config.tiktok;
    const body = new URLSearchParams({
      client_key: login.id,
      client_secret: login.secret,
      grant_type: 'client_credentials',
    });
    return secretVerdict(await ask(`${apiBaseUrl}/v2/oauth/token/`, { method: 'POST', body }));
  }
}

export function secretVerdict(asked: Asked): Verdict {
  if ('failure' in asked)
    return warning(`TikTok could not be asked (${asked.failure}).`, 'See tiktok_reachable.');
  const { token, error } = read(asked.text);
  if (token) return ok('TikTok accepts TIKTOK_CLIENT_KEY with TIKTOK_CLIENT_SECRET.');
  if (error !== undefined && WRONG.has(error)) {
    return problem(
      `TikTok does not accept TIKTOK_CLIENT_KEY with TIKTOK_CLIENT_SECRET (${error}).`,
      'Copy both from the same app in the TikTok developer portal: sandbox and production have different ones.',
    );
  }
  if (error !== undefined && ACCEPTED_BUT.has(error)) {
    return warning(
      `TikTok does not let this app prove its secret by itself (${error}); that does not say that it is wrong.`,
      'Check in the developer portal that the app is approved and live, and connect an account to be sure.',
    );
  }
  return warning(
    `TikTok's answer (${asked.status}) does not say whether the secret is right.`,
    'Ask the doctor again in some minutes; TikTok may have trouble of its own.',
  );
}

/** Never the token itself. */
function read(text: string): { token: boolean; error?: string } {
  try {
    const body = parseJson(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { token: false };
    const { access_token: token, error } = body;
    // A word of TikTok's list; anything else is not repeated.
    const known = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error);
    return { token: typeof token === 'string' && token !== '', ...(known && { error }) };
  } catch {
    return { token: false };
  }
}
