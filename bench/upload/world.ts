import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { developmentToken } from '../../src/auth/index.js';
import { parseEnvironment } from '../../src/config/index.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded/index.js';
import { freePort } from '../free-port.js';
import { Role } from '../sandbox/role.js';
import { SandboxCaller } from '../sandbox/sandbox-caller.js';
import { ServiceCaller } from './service-caller.js';

/** A database, TikTok, the service, and a plain sender of files, each in a process of its own. */
export interface UploadWorld {
  folder: string;
  service: Role;
  caller: ServiceCaller;
  bare: Role;
  tiktok: SandboxCaller;
  stop(): Promise<void>;
}

export async function uploadWorld(): Promise<UploadWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'upload-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  // As `npm run sandbox` starts it.
  const execArgv = ['--no-parallel-scavenge'];
  const { role: sandbox, port } = await Role.start('../upload/sandbox-role', { execArgv });
  const environment = environmentOf(folder, postgres, `http://127.0.0.1:${port}`, await freePort());
  const { role: service } = await Role.start('../upload/service-role', { env: environment });
  const { role: bare } = await Role.start('../upload/bare-role');
  const config = parseEnvironment(environment);
  const token = developmentToken(config.jwt, { organisationIds: ['bench'], userId: 'bench', role: 'admin' });
  const caller = new ServiceCaller(config.http.publicUrl, token);
  await caller.connectAccount();
  const tiktok = await SandboxCaller.connect(port);
  const stop = async () => {
    for (const role of [service, bare, sandbox]) role.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, service, caller, bare, tiktok, stop };
}

function environmentOf(
  folder: string,
  { appUrl, systemUrl, ownerUrl }: EmbeddedPostgres,
  tiktok: string,
  port: number,
): Record<string, string> {
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: folder,
    DATABASE_URL: appUrl,
    DATABASE_SYSTEM_URL: systemUrl,
    DATABASE_OWNER_URL: ownerUrl,
    JWT_SECRET: randomUUID().repeat(2),
    TOKEN_ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    TIKTOK_CLIENT_KEY: 'sandbox-client-key',
    TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
    TIKTOK_AUTH_BASE_URL: tiktok,
    TIKTOK_API_BASE_URL: tiktok,
    TIKTOK_BUSINESS_BASE_URL: tiktok,
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  };
}
