import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { developmentToken } from '../../src/auth/index.js';
import { parseEnvironment } from '../../src/config/index.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from 'local-postgres';
import { freePort } from '../free-port.js';
import { Role } from '../sandbox/role.js';
import { serviceEnvironment } from '../service-environment.js';
import { SEED } from './seed.js';

export const ORGANISATION = 'bench';

/** A service and a bare route over the same rows, and a caller, each in a process of its own. */
export interface ApiWorld {
  /** Where each lists 20 videos. */
  ours: string;
  bare: string;
  token: string;
  load: Role;
  stop(): Promise<void>;
}

export async function apiWorld(): Promise<ApiWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'api-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const environment = environmentOf(folder, postgres, await freePort());
  const { role: service } = await Role.start('../upload/service-role', { env: environment });
  await seed(postgres.ownerUrl);
  const { role: bare, port } = await Role.start('../api/bare-role', {
    args: [postgres.ownerUrl, ORGANISATION],
  });
  const { role: load } = await Role.start('load-role');
  const { jwt, http } = parseEnvironment(environment);
  const stop = async () => {
    for (const role of [service, bare, load]) role.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    ours: `${http.publicUrl}/api/social-activity/videos?limit=20`,
    bare: `http://127.0.0.1:${port}/videos`,
    token: developmentToken(jwt, { organisationIds: [ORGANISATION], userId: 'bench', role: 'viewer' }),
    load,
    stop,
  };
}

async function seed(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(SEED);
  } finally {
    await client.end();
  }
}

/** As in production: what a request costs includes its log line, which goes to a file that forgets. */
function environmentOf(folder: string, postgres: EmbeddedPostgres, port: number): Record<string, string> {
  return {
    // No call goes to TikTok.
    ...serviceEnvironment({ folder, postgres, port, tiktok: 'http://127.0.0.1:1' }),
    LOG_LEVEL: 'info',
    // Counted as in production, and never reached.
    RATE_LIMIT_READS: '1000000',
  };
}
