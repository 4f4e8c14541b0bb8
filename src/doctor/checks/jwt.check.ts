import { Injectable } from '@nestjs/common';
import { parseJson } from '../../common/index.js';
import { AppConfig, isMadeUpSecret } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const FIX =
  'Set JWT_JWKS_URL to the key set of your identity provider (RS256 or ES256) and make it reachable from this machine.';

/** Checks how callers' tokens are verified: with a reachable key set, or with a shared secret. */
@Injectable()
export class JwtCheck extends Check {
  readonly name = 'jwt';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    const { jwksUrl, secret } = this.config.jwt;
    if (jwksUrl === undefined) return secretVerdict(secret ?? '');
    return jwksVerdict(await ask(jwksUrl), secret !== undefined);
  }
}

/** @param alsoSecret true if the unused JWT_SECRET is set as well */
export function jwksVerdict(asked: Asked, alsoSecret: boolean): Verdict {
  if ('failure' in asked)
    return problem(`The key set at JWT_JWKS_URL does not respond (${asked.failure}).`, FIX);
  if (asked.status !== 200) return problem(`The key set at JWT_JWKS_URL returns ${asked.status}.`, FIX);
  const usable = usableKeys(asked.text);
  if (usable === 0)
    return problem('The key set at JWT_JWKS_URL has no key for RS256 (RSA) or ES256 (EC, P-256).', FIX);
  const unused = alsoSecret ? ' JWT_SECRET is also set, but unused.' : '';
  return ok(`The key set at JWT_JWKS_URL responds with ${usable} usable key(s).${unused}`);
}

/** True for signing keys of the accepted algorithms RS256 and ES256. */
function isUsable({ kty, crv, use = 'sig', alg }: Record<string, unknown>): boolean {
  if (use !== 'sig') return false;
  if (kty === 'RSA') return alg === undefined || alg === 'RS256';
  return kty === 'EC' && (crv === undefined || crv === 'P-256') && (alg === undefined || alg === 'ES256');
}

export function secretVerdict(secret: string): Verdict {
  if (!isMadeUpSecret(secret))
    return ok("Callers' tokens are signed with JWT_SECRET (HS256), which is long enough.");
  return warning(
    'JWT_SECRET is guessable: a word, a pattern or placeholder text.',
    "Create one with `openssl rand -base64 48`, and use it where callers' tokens are signed.",
  );
}

function usableKeys(text: string): number {
  try {
    const { keys } = parseJson(text) as { keys?: Record<string, unknown>[] };
    return (keys ?? []).filter(isUsable).length;
  } catch {
    return 0;
  }
}
