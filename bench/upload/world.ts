import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { developmentToken } from '../../src/auth/index.js';
import { parseEnvironment } from '../../src/config/index.js';
import { startEmbeddedPostgres } from 'local-postgres';
import { freePort } from '../free-port.js';
import { Role } from '../sandbox/role.js';
import { SandboxCaller } from '../sandbox/sandbox-caller.js';
import { serviceEnvironment } from '../service-environment.js';
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
  const tiktok = `http://127.0.0.1:${port}`;
  const environment = serviceEnvironment({ folder, postgres, port: await freePort(), tiktok });
  const { role: service } = await Role.start('../upload/service-role', { env: environment });
  const { role: bare } = await Role.start('../upload/bare-role');
  const config = parseEnvironment(environment);
  const token = developmentToken(config.jwt, { organisationIds: ['bench'], userId: 'bench', role: 'admin' });
  const caller = new ServiceCaller(config.http.publicUrl, token);
  await caller.connectAccount();
  const sandboxCaller = await SandboxCaller.connect(port);
  const stop = async () => {
    for (const role of [service, bare, sandbox]) role.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, service, caller, bare, tiktok: sandboxCaller, stop };
}
