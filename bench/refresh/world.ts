import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SandboxClient } from 'tiktok-sandbox/testing';
import { parseEnvironment } from '../../src/config/index.js';
import { startEmbeddedPostgres } from 'local-postgres';
import { serve } from '../../src/serve.js';
import { serviceEnvironment } from '../service-environment.js';

/** A database, a TikTok and one connected account, for processes that fight over its token. */
export interface RefreshWorld {
  environment: Record<string, string>;
  credentialId: string;
  sandbox: SandboxClient;
  /** The owner's connection. */
  sql: pg.Client;
  stop(): Promise<void>;
}

export async function refreshWorld(): Promise<RefreshWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'refresh-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const sandbox = await SandboxClient.start();
  const environment = {
    ...serviceEnvironment({ folder, postgres, port: 3000, tiktok: sandbox.sandbox.url }),
    APP_ROLE: 'api',
    PORT: '0',
    TIKTOK_KEEP_RATE_LIMITS: 'true',
  };
  const credentialId = await connectAccount(environment);
  const sql = new pg.Client({ connectionString: postgres.ownerUrl });
  await sql.connect();
  const stop = async () => {
    await sql.end();
    await sandbox.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { environment, credentialId, sandbox, sql, stop };
}

/** Through the service's own code: state, consent, code, tokens. */
async function connectAccount(environment: Record<string, string>): Promise<string> {
  const { AuthUrlService } = await import('../../src/integrations/oauth/auth-url.service.js');
  const { CallbackService } = await import('../../src/integrations/oauth/callback.service.js');
  const { OrgContext, SystemContext } = await import('../../src/database/index.js');
  const app = await serve(parseEnvironment(environment));
  try {
    const authUrl = await app
      .get(OrgContext)
      .run('bench', 'connect', () =>
        app.get(AuthUrlService).authUrl('bench', ['user.info.basic'], 'https://admin.example/'),
      );
    const answer = await fetch(`${authUrl}&sandbox_auto_approve=1`, { redirect: 'manual' });
    const callback = new URL(answer.headers.get('location') ?? '');
    const { searchParams } = callback;
    const consent = { code: searchParams.get('code') ?? '' };
    await app.get(CallbackService).handle('login', searchParams.get('state') ?? '', consent);
    const rows = await app
      .get(SystemContext)
      .transaction('find the credential', (em) => em.query<{ id: string }[]>('SELECT id FROM credentials'));
    return rows[0]?.id ?? '';
  } finally {
    await app.close();
  }
}
