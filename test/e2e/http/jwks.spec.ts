import { createHmac, createPublicKey, randomUUID, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jwt, { type SignOptions } from 'jsonwebtoken';
import type { Answer, ProblemBody } from '../../support/api-client.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { IdentityProvider } from '../../support/identity-provider.js';
import { collectLog, ERROR_LEVEL } from '../../support/log-lines.js';

const KID = 'first';
let provider: IdentityProvider;
let connector: RunningConnector;
let key: KeyObject;

beforeEach(async () => {
  provider = await IdentityProvider.start();
  key = provider.add(KID);
  connector = await startConnector({ environment: { JWT_JWKS_URL: provider.url, LOG_LEVEL: 'info' } });
});
afterEach(async () => {
  await connector.stop();
  await provider.close();
});

function token(signer: KeyObject | string, options: SignOptions = {}): string {
  const { issuer, audience } = connector.config.jwt;
  const claims = { sub: 'tester', orgs: ['acme'], role: 'admin' };
  return jwt.sign(claims, signer, {
    algorithm: 'RS256',
    keyid: KID,
    issuer,
    audience,
    expiresIn: 60,
    ...options,
  });
}

async function call(bearer: string): Promise<Answer<ProblemBody>> {
  return await connector.anonymous
    .with({ orgid: 'acme', authorization: `Bearer ${bearer}` })
    .get<ProblemBody>('/api/integrations');
}

describe('tokens verified with a JWKS', () => {
  it('are accepted if the provider signed them; the keys are fetched once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(token(key))));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(provider.asked).toBe(1);
  });

  it('are rejected if the public key was used as a shared secret', async () => {
    const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    const [, claims = ''] = token(key).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: KID }));
    const body = `${header.toString('base64url')}.${claims}`;
    const forged = `${body}.${createHmac('sha256', pem).update(body).digest('base64url')}`;

    expect(await call(forged)).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
  });

  it.each(['', 'e30', `${'A'.repeat(342)}`])(
    'a token with the signature "%s" is refused',
    async (signature) => {
      const unsigned = [...token(key).split('.').slice(0, 2), signature].join('.');

      expect((await call(unsigned)).status).toBe(401);
    },
  );

  it('are rejected with a forged key id, without affecting other callers', async () => {
    expect((await call(token(key))).status).toBe(200);
    for (let index = 0; index < 30; index++) {
      const { status } = await call(token(key, { keyid: randomUUID() }));
      expect(status).toBe(401);
    }

    expect((await call(token(key))).status).toBe(200);
    expect(provider.asked).toBeLessThanOrEqual(2);
  });

  it('are accepted after earlier tokens with forged key ids', async () => {
    await Promise.all(Array.from({ length: 30 }, () => call(token(key, { keyid: randomUUID() }))));

    expect((await call(token(key))).status).toBe(200);
    expect(provider.asked).toBeLessThanOrEqual(2);
  });
});

describe('tokens while the identity provider is unavailable', () => {
  it('return 503 and log one error', async () => {
    const good = token(key);
    await provider.close();
    const log = collectLog(connector.app);

    const { status, body } = await call(good);

    expect([status, body.code]).toEqual([503, 'identity_provider_unavailable']);
    const errors = log.filter(({ level }) => level >= ERROR_LEVEL);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ requestId: body.requestId, err: { errorCode: 'ECONNREFUSED' } });
  });

  it('are accepted if their key is cached', async () => {
    expect((await call(token(key))).status).toBe(200);
    await provider.close();
    expect((await call(token(key))).status).toBe(200);
  });
});
