import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { startEmbeddedPostgres } from 'local-postgres';
import pg from 'pg';
import { parseEnvironment } from '../src/config/index.js';
import { serve } from '../src/serve.js';
import { serviceEnvironment } from './service-environment.js';

/** A service whose code is measured in this process, and its database as the owner sees it. */
export interface Served {
  app: Pick<INestApplication, 'get'>;
  pool: pg.Pool;
  stop(): Promise<void>;
}

/** @param name of the benchmark, for its folder */
export async function startServed(name: string): Promise<Served> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `${name}-bench-`));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const app = await serve(
    parseEnvironment({
      // No call goes to TikTok, and no work runs.
      ...serviceEnvironment({ folder, postgres, port: 3000, tiktok: 'http://127.0.0.1:1' }),
      APP_ROLE: 'api',
      PORT: '0',
    }),
  );
  const pool = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
  const stop = async (): Promise<void> => {
    await pool.end();
    await app.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, pool, stop };
}
