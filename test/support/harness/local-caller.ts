import { readFileSync } from 'node:fs';
import path from 'node:path';
import { developmentToken } from '../../../src/auth/index.js';
import { ApiClient } from '../api-client.js';

const [ISSUER, AUDIENCE] = ['tiktok-connector', 'tiktok-connector'];

/** A caller of a process, as an admin of the organisation. */
export function callerOf({ url }: { url: string }, organisationId: string, secret: string): ApiClient {
  const token = developmentToken(
    { secret, issuer: ISSUER, audience: AUDIENCE },
    { organisationIds: [organisationId], userId: 'tester', role: 'admin' },
  );
  return new ApiClient(url, undefined, { orgid: organisationId, authorization: `Bearer ${token}` });
}

/** A caller of `npm start`, with a token as `npm run token` makes it. */
export function developmentCallerOf(
  service: { url: string; dataDir: string },
  organisationId: string,
): ApiClient {
  const file = path.join(service.dataDir, 'development-secrets.json');
  const { JWT_SECRET: secret } = JSON.parse(readFileSync(file, 'utf8')) as { JWT_SECRET: string };
  return callerOf(service, organisationId, secret);
}
