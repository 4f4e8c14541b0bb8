import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { ConfigError } from '../../src/config/index.js';
import { productionToken } from './production-token.js';

const JWT_SECRET = randomBytes(48).toString('base64');
const ENVIRONMENT = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://connector.example',
  DATABASE_URL: 'postgres://user:password@127.0.0.1/connector',
  JWT_SECRET: `${JWT_SECRET}\r`,
  JWT_ISSUER: 'https://login.example/',
  JWT_AUDIENCE: 'connector',
  RETURN_URL_ORIGINS: 'https://admin.example',
  TOKEN_ENCRYPTION_KEYS: `k:${randomBytes(32).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'key',
  TIKTOK_CLIENT_SECRET: 'secret',
};
const caller = { organisationIds: ['acme'], userId: 'ops', role: 'admin' as const };
const lifetimeOf = (minutes?: string) => {
  const { exp = 0 } = jwt.decode(productionToken(ENVIRONMENT, caller, minutes).token) as jwt.JwtPayload;
  return Math.round(exp - Date.now() / 1000);
};

describe('productionToken', () => {
  it('signs as the service verifies, and says for whom and for how long', () => {
    const { token, note } = productionToken(ENVIRONMENT, caller, '5');
    jwt.verify(token, JWT_SECRET, { issuer: 'https://login.example/', audience: 'connector' });
    expect(note).toMatch(
      /^Token command-[\w-]+ for ops, role admin, organisation acme\.\nIt is valid for 5 min, until /,
    );
    expect(note).not.toContain(token);
  });

  it('lives 15 minutes, and at most an hour', () => {
    expect(lifetimeOf()).toBeGreaterThan(890);
    expect(lifetimeOf()).toBeLessThanOrEqual(900);
    expect(lifetimeOf('60')).toBeLessThanOrEqual(3600);
    for (const minutes of ['61', '0', '-1', '1e1', '0x5', '1440', ' 5', 'five'])
      expect(() => lifetimeOf(minutes)).toThrow('from 1 to 60');
  });

  it('leaves the signing to the identity provider where there is one', () => {
    const jwks = { ...ENVIRONMENT, JWT_JWKS_URL: 'https://login.example/jwks' };
    expect(() => productionToken(jwks, caller, undefined)).toThrow(
      /only your identity provider can sign.*iss \(https:\/\/login\.example\/\)/,
    );
  });

  it('is refused with settings with which the service does not start', () => {
    expect(() => productionToken({ ...ENVIRONMENT, PUBLIC_URL: '' }, caller, undefined)).toThrow(ConfigError);
  });
});
