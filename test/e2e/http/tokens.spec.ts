import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, ProblemBody } from '../../support/api-client.js';
import { startConnector, useConnector, type RunningConnector } from '../../support/connector.js';
import { IdentityProvider } from '../../support/identity-provider.js';
import { es256, hmac, rawToken, rs256, unsigned } from '../../support/raw-token.js';

const KID = 'first';
const ORG = `org-${randomUUID()}`;

function claimsFor({ config }: RunningConnector, more: object = {}): Record<string, unknown> {
  const { issuer: iss, audience: aud } = config.jwt;
  const exp = Math.floor(Date.now() / 1000) + 60;
  return { sub: 'tester', orgs: [ORG], role: 'admin', iss, aud, exp, ...more };
}

async function call(connector: RunningConnector, bearer: string): Promise<Answer<ProblemBody>> {
  return await connector.anonymous
    .with({ orgid: ORG, authorization: `Bearer ${bearer}` })
    .get<ProblemBody>('/api/integrations');
}

/** Tokens that the right key has signed, and that are refused all the same. */
const MALFORMED: Record<
  string,
  (alg: string, claims: Record<string, unknown>) => [object | string, object | string]
> = {
  'an empty crit': (alg, claims) => [{ alg, kid: KID, crit: [] }, claims],
  'a crit that names a known claim': (alg, claims) => [{ alg, kid: KID, crit: ['exp'], exp: 1 }, claims],
  'a crit of an unknown extension': (alg, claims) => [{ alg, kid: KID, crit: ['x'], x: 1 }, claims],
  'an unencoded payload': (alg, claims) => [{ alg, kid: KID, b64: false }, claims],
  'an unencoded payload, critical': (alg, claims) => [{ alg, kid: KID, b64: false, crit: ['b64'] }, claims],
  'the type of a logout token': (alg, claims) => [{ alg, kid: KID, typ: 'logout+jwt' }, claims],
  'the type of a DPoP proof': (alg, claims) => [{ alg, kid: KID, typ: 'dpop+jwt' }, claims],
  'a key id that is an object': (alg, claims) => [{ alg, kid: { first: 1 } }, claims],
  'a key id that is a list': (alg, claims) => [{ alg, kid: [KID] }, claims],
  'a key id that is null': (alg, claims) => [{ alg, kid: null }, claims],
  'two algorithms': (alg, claims) => [`{"alg":"none","alg":"${alg}","kid":"${KID}"}`, claims],
  'two users': (alg, claims) => [{ alg, kid: KID }, `{"sub":"other",${JSON.stringify(claims).slice(1)}`],
  'two roles, one escaped': (alg, claims) => [
    { alg, kid: KID },
    String.raw`{"r\u006fle":"viewer",${JSON.stringify(claims).slice(1)}`,
  ],
  'no end': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, exp: undefined },
  ],
  'an end that is a text': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, exp: String(claims.exp) },
  ],
  'an end in milliseconds': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, exp: Number(claims.exp) * 1000 },
  ],
  'an end beyond all numbers': (alg, claims) => [
    { alg, kid: KID },
    JSON.stringify({ ...claims, exp: 0 }).replace('"exp":0', '"exp":1e999'),
  ],
  'a negative end': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, exp: -1 },
  ],
  'a beginning in the future': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, nbf: Number(claims.exp) },
  ],
  'a beginning that is a text': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, nbf: '0' },
  ],
  'a time of issue in the future': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, iat: Number(claims.exp) + 600 },
  ],
  'a time of issue that is a text': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, iat: '0' },
  ],
  'more than 8 KB': (alg, claims) => [
    { alg, kid: KID },
    { ...claims, pad: 'x'.repeat(9_000) },
  ],
  'a list for claims': (alg) => [{ alg, kid: KID }, '[]'],
};

describe('tokens of an identity provider', () => {
  let provider: IdentityProvider;
  let connector: RunningConnector;
  let key: KeyObject;
  const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });

  beforeAll(async () => {
    provider = await IdentityProvider.start();
    key = provider.add(KID);
    connector = await startConnector({ environment: { JWT_JWKS_URL: provider.url } });
  }, 60_000);
  afterAll(async () => {
    await connector.stop();
    await provider.close();
  });

  it.each([{}, { typ: 'JWT' }, { typ: 'at+jwt' }, { jku: 'https://evil.example/' }])(
    'are accepted with the header %j',
    async (header) => {
      const token = rawToken(
        { header: { alg: 'RS256', kid: KID, ...header }, claims: claimsFor(connector) },
        rs256(key),
      );

      expect((await call(connector, token)).status).toBe(200);
    },
  );

  it.each(Object.keys(MALFORMED))('are rejected with %s', async (name) => {
    const [header, claims] = MALFORMED[name]?.('RS256', claimsFor(connector)) ?? [{}, {}];

    const { status, body } = await call(connector, rawToken({ header, claims }, rs256(key)));

    expect([status, body.code]).toEqual([401, 'invalid_token']);
  });

  const forms: Record<string, (of: KeyObject) => string | Buffer> = {
    'in PEM': (of) => of.export({ type: 'spki', format: 'pem' }),
    'in PEM without its last line end': (of) => String(of.export({ type: 'spki', format: 'pem' })).trim(),
    'in PEM of PKCS 1': (of) => of.export({ type: 'pkcs1', format: 'pem' }),
    'in DER': (of) => of.export({ type: 'spki', format: 'der' }),
    'as a JWK': (of) => JSON.stringify(of.export({ format: 'jwk' })),
    'as its modulus': (of) => Buffer.from(of.export({ format: 'jwk' }).n ?? '', 'base64url'),
    'left empty': () => '',
  };
  it.each(Object.keys(forms).flatMap((form) => ['256', '384', '512'].map((bits) => [form, bits] as const)))(
    'are refused when the public key (%s) signs as an HS%s secret',
    async (form, bits) => {
      const secret = forms[form]?.(createPublicKey(key)) ?? '';
      const header = { alg: `HS${bits}`, typ: 'JWT', kid: KID };

      const forged = rawToken({ header, claims: claimsFor(connector) }, hmac(secret, `sha${bits}`));

      expect((await call(connector, forged)).status).toBe(401);
    },
  );

  it.each(['none', 'None', 'NONE', '', 'RS512', 'PS256', 'EdDSA', 'rs256'])(
    'are refused with the algorithm "%s"',
    async (alg) => {
      const token = { header: { alg, kid: KID }, claims: claimsFor(connector) };

      for (const signer of [unsigned, rs256(key), rs256(key, 'sha512')])
        expect((await call(connector, rawToken(token, signer))).status).toBe(401);
    },
  );

  it('are never verified with a key that they contain or point to', async () => {
    const evil = await IdentityProvider.start();
    evil.publish({ ...attacker.publicKey.export({ format: 'jwk' }), kid: 'evil', use: 'sig' });
    const jwk = attacker.publicKey.export({ format: 'jwk' });
    for (const kid of [KID, 'evil', undefined])
      for (const more of [{ jwk }, { jku: evil.url }, { x5u: evil.url }, { x5c: ['MIIB'] }]) {
        const header = { alg: 'RS256', kid, ...more };
        const forged = rawToken({ header, claims: claimsFor(connector) }, rs256(attacker.privateKey));
        expect((await call(connector, forged)).status).toBe(401);
      }
    expect(evil.asked).toBe(0);
    await evil.close();
  });

  it.each([
    '',
    '../first',
    '/dev/null',
    'first\0',
    'FIRST',
    "first' OR '1'='1",
    '__proto__',
    'constructor',
    'toString',
  ])('are refused with the key id %j, whichever key has signed them', async (kid) => {
    const token = { header: { alg: 'RS256', kid }, claims: claimsFor(connector) };

    for (const signer of [rs256(key), rs256(attacker.privateKey), hmac('')])
      expect((await call(connector, rawToken(token, signer))).status).toBe(401);
  });

  it('are rejected if the signing key is weak, for encryption, or a secret; P-256 is accepted', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const forEncryption = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const curve = generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
    const good = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const own = await IdentityProvider.start();
    own.publish({ ...weak.publicKey.export({ format: 'jwk' }), kid: 'weak', use: 'sig', alg: 'RS256' });
    own.publish({ ...forEncryption.publicKey.export({ format: 'jwk' }), kid: 'enc', use: 'enc' });
    own.publish({ ...curve.publicKey.export({ format: 'jwk' }), kid: 'curve', use: 'sig' });
    own.publish({ ...good.publicKey.export({ format: 'jwk' }), kid: 'good', use: 'sig' });
    own.publish({
      kty: 'oct',
      k: Buffer.from('a shared secret').toString('base64url'),
      kid: 'oct',
      use: 'sig',
    });
    const other = await startConnector({ environment: { JWT_JWKS_URL: own.url } });
    const tokens = [
      ['RS256', 'weak', rs256(weak.privateKey)],
      ['RS256', 'enc', rs256(forEncryption.privateKey)],
      ['ES256', 'curve', es256(curve.privateKey)],
      ['HS256', 'oct', hmac('a shared secret')],
      ['ES256', 'good', es256(good.privateKey)],
    ] as const;

    for (const [alg, kid, signer] of tokens) {
      const token = rawToken({ header: { alg, kid }, claims: claimsFor(other) }, signer);
      expect([kid, (await call(other, token)).status]).toEqual([kid, kid === 'good' ? 200 : 401]);
    }

    await other.stop();
    await own.close();
  });
});

describe('tokens of a shared secret', () => {
  const connector = useConnector();
  const secret = () => connector().config.jwt.secret ?? '';

  it.each(Object.keys(MALFORMED))('are rejected with %s', async (name) => {
    const [header, claims] = MALFORMED[name]?.('HS256', claimsFor(connector())) ?? [{}, {}];

    const { status, body } = await call(connector(), rawToken({ header, claims }, hmac(secret())));

    expect([status, body.code]).toEqual([401, 'invalid_token']);
  });

  it('are rejected with the reason', async () => {
    const header = { alg: 'HS256', crit: ['x'], x: 1 };

    const { body } = await call(
      connector(),
      rawToken({ header, claims: claimsFor(connector()) }, hmac(secret())),
    );

    expect(body.detail).toContain('"crit"');
  });

  it('are accepted with or without a type and a key id', async () => {
    for (const header of [{ alg: 'HS256' }, { alg: 'HS256', typ: 'JWT', kid: 'any' }]) {
      const token = rawToken({ header, claims: claimsFor(connector()) }, hmac(secret()));
      expect((await call(connector(), token)).status).toBe(200);
    }
  });
});
