import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { developmentToken } from '../../src/auth/index.js';
import { parseEnvironment } from '../../src/config/index.js';
import { startEmbeddedPostgres } from 'local-postgres';
import { APP, BusinessClient, type SandboxClient } from 'tiktok-sandbox/testing';
import { freePort } from '../free-port.js';
import { Role } from '../sandbox/role.js';
import { serviceEnvironment } from '../service-environment.js';
import { AdsCaller } from './ads-caller.js';

const CLIP = 'test/fixtures/clip-540x960-4s.mp4';

/** A TikTok with its limits on, and the service in a process of its own with one connected ad account. */
export interface AdsWorld {
  sandbox: SandboxClient;
  caller: AdsCaller;
  /** A video that the ad account has. */
  uploadId: string;
  stop(): Promise<void>;
}

export async function adsWorld(): Promise<AdsWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ads-bench-'));
  const [postgres, business] = await Promise.all([
    startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') }),
    // The review outlasts the measurement, which ends when everything is created.
    BusinessClient.start({
      business: { appRateLimits: true, appLevel: 'basic', usPlusCtaId: 'optional', reviewMs: 3_600_000 },
    }),
  ]);
  const tiktok = business.sandbox.sandbox.url;
  const environment = {
    ...serviceEnvironment({ folder, postgres, port: await freePort(), tiktok }),
    TIKTOK_BUSINESS_APP_ID: APP.app_id,
    TIKTOK_BUSINESS_SECRET: APP.secret,
    TIKTOK_BUSINESS_TIER: 'basic',
    TIKTOK_KEEP_RATE_LIMITS: 'true',
  };
  const { role: service } = await Role.start('../upload/service-role', { env: environment });
  const { jwt, http } = parseEnvironment(environment);
  const token = developmentToken(jwt, { organisationIds: ['bench'], userId: 'bench', role: 'admin' });
  const caller = new AdsCaller(http.publicUrl, token);
  await business.control('/accounts', { username: 'bench', videos: 0 });
  await caller.connect('bench');
  const uploadId = await caller.uploadVideo(await readFile(CLIP));
  const stop = async () => {
    service.stop();
    await business.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { sandbox: business.sandbox, caller, uploadId, stop };
}
