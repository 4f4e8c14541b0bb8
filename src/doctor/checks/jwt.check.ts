import { Injectable } from '@nestjs/common';
import { parseJson } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { ask, type Asked } from '../ask.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

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
    if (jwksUrl === undefined)
      return ok('Tokens of callers are signed with JWT_SECRET (HS256), which is long enough.');
    return jwksVerdict(await ask(jwksUrl), secret !== undefined);
  }
}

/** @param alsoSecret whether JWT_SECRET is set, too: it is not used then */
export function jwksVerdict(asked: Asked, alsoSecret: boolean): Verdict {
  if ('failure' in asked)
    return problem(`The key set at JWT_JWKS_URL does not answer (${asked.failure}).`, FIX);
  if (asked.status !== 200) return problem(`The key set at JWT_JWKS_URL answers ${asked.status}.`, FIX);
  const usable = usableKeys(asked.text);
  if (usable === 0) return problem('What is at JWT_JWKS_URL holds no RSA or EC key.', FIX);
  const unused = alsoSecret ? ' JWT_SECRET is set as well and is not used.' : '';
  return ok(`The key set at JWT_JWKS_URL answers, with ${usable} usable key(s).${unused}`);
}

function usableKeys(text: string): number {
  try {
    const { keys } = parseJson(text) as { keys?: { kty?: unknown }[] };
    return (keys ?? []).filter(({ kty }) => kty === 'RSA' || kty === 'EC').length;
  } catch {
    return 0;
  }
}
