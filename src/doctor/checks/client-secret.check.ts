import { Injectable } from '@nestjs/common';
import { parseJson } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

// TikTok does not know this pair of key and secret.
const WRONG = new Set(['invalid_client', 'client_key']);
// The secret was accepted: TikTok knows the app, but does not allow this grant.
const ACCEPTED_BUT = new Set(['unauthorized_client', 'unsupported_grant_type', 'invalid_scope']);

/**
 * Checks that TikTok accepts the key and secret. A client_credentials token belongs to no user, gives no access to user data,
 * and is not stored. https://developers.tiktok.com/doc/client-access-token-management
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
    return warning(`TikTok did not respond (${asked.failure}).`, 'See tiktok_reachable.');
  const { token, error } = read(asked.text);
  if (token) return ok('TikTok accepts TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET.');
  if (error !== undefined && WRONG.has(error)) {
    return problem(
      `TikTok does not accept TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET (${error}).`,
      'Copy both from the same app in the TikTok developer portal: its sandbox and production have different values.',
    );
  }
  if (error !== undefined && ACCEPTED_BUT.has(error)) {
    return warning(
      `TikTok does not allow this app to verify its secret this way (${error}). The secret may still be correct.`,
      'Check in the developer portal that the app is approved and live, and connect an account to verify the secret.',
    );
  }
  return warning(
    `TikTok's response (${asked.status}) does not show whether the secret is correct.`,
    'Run the doctor again in a few minutes; TikTok may have an outage.',
  );
}

/** Reads whether a token came, never the token itself. */
function read(text: string): { token: boolean; error?: string } {
  try {
    const body = parseJson(text);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { token: false };
    const { access_token: token, error } = body;
    // An error code of TikTok; other text is not shown.
    const known = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error);
    return { token: typeof token === 'string' && token !== '', ...(known && { error }) };
  } catch {
    return { token: false };
  }
}
