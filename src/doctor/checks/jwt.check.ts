import { Injectable } from '@nestjs/common';
import { parseJson } from '../../common/index.js';
import { AppConfig, isMadeUpSecret } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const FIX =
  'Set JWT_JWKS_URL to the key set of your identity provider (RS256 or ES256) and make it reachable from here.';

/** Who vouches for callers: an identity provider's key set, which must be reachable, or a shared secret. */
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

/** @param alsoSecret whether JWT_SECRET is set, too: it is not used then */
export function jwksVerdict(asked: Asked, alsoSecret: boolean): Verdict {
  if ('failure' in asked)
    return problem(`The key set at JWT_JWKS_URL does not answer (${asked.failure}).`, FIX);
  if (asked.status !== 200) return problem(`The key set at JWT_JWKS_URL answers ${asked.status}.`, FIX);
  const usable = usableKeys(asked.text);
  if (usable === 0)
    return problem('What is at JWT_JWKS_URL holds no key for RS256 (RSA) or ES256 (EC, P-256).', FIX);
  const unused = alsoSecret ? ' JWT_SECRET is set as well and is not used.' : '';
  return ok(`The key set at JWT_JWKS_URL answers, with ${usable} usable key(s).${unused}`);
}

/** RS256 and ES256 are the algorithms that are taken; a key for encryption signs nothing. */
function isUsable({ kty, crv, use = 'sig', alg }: Record<string, unknown>): boolean {
  if (use !== 'sig') return false;
  if (kty === 'RSA') return alg === undefined || alg === 'RS256';
  return kty === 'EC' && (crv === undefined || crv === 'P-256') && (alg === undefined || alg === 'ES256');
}

export function secretVerdict(secret: string): Verdict {
  if (!isMadeUpSecret(secret))
    return ok('Tokens of callers are signed with JWT_SECRET (HS256), which is long enough.');
  return warning(
    'JWT_SECRET is a word, a pattern or the text of an example, and can be guessed.',
    'Make one with `openssl rand -base64 48`, and give it to what signs the tokens of callers.',
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
