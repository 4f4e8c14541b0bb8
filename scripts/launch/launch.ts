import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseEnvironment, type AppConfig } from '../../src/config/index.js';
import { startEmbeddedPostgres } from '../../src/database/embedded/index.js';
import { serve } from '../../src/serve.js';
import { freePort, isFree } from './free-port.js';
import { LaunchError } from './launch-error.js';
import { dataDir, type Variables } from './load-environment.js';
import { SANDBOX_MEDIA_HOST, SANDBOX_VERIFIED_DOMAIN, startSandboxProcess } from './sandbox-process.js';

/** What runs, and how to end it. */
export interface Launched {
  config: AppConfig;
  sandboxUrl: string | undefined;
  embeddedPostgresPort: number | undefined;
  /** Stops what was started, the last first. */
  stop(): Promise<void>;
}

type Stop = () => Promise<unknown>;

/** Brings up what the environment does not name — Postgres, a TikTok — and the service on top. */
export async function launch(given: Variables): Promise<Launched> {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await bringUp({ ...given }, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(variables: Variables, stops: Stop[]): Promise<Omit<Launched, 'stop'>> {
  const port = await choosePort(variables);
  const embeddedPostgresPort = variables.DATABASE_URL ? undefined : await bringPostgres(variables, stops);
  const sandboxUrl = variables.TIKTOK_CLIENT_KEY ? undefined : await bringSandbox(variables, stops, port);
  const config = parseEnvironment(variables);
  const app = await serve(config);
  stops.push(() => app.close());
  return { config, sandboxUrl, embeddedPostgresPort };
}

/** Decided before anything starts: the sandbox is told where we listen, and the address is part of our configuration. */
async function choosePort(variables: Variables): Promise<number> {
  const port = Number(variables.PORT || 3000);
  const host = variables.HOST || (variables.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
  if (port === 0) {
    const free = await freePort(host);
    variables.PORT = String(free);
    return free;
  }
  if (Number.isInteger(port) && !(await isFree(port, host))) {
    throw new LaunchError(
      `Port ${port} is already in use: stop what listens there, or choose another, as in PORT=3001 npm start.`,
    );
  }
  return port;
}

/** What Postgres says while all is well is of no interest here. */
function tell(line: string): void {
  if (!/^postgres: (LOG|HINT|DETAIL):/.test(line)) process.stderr.write(`${line}\n`);
}

async function bringPostgres(variables: Variables, stops: Stop[]): Promise<number> {
  const folder = dataDir(variables);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), log: tell });
  stops.push(() => postgres.stop());
  variables.DATABASE_URL = postgres.appUrl;
  variables.DATABASE_SYSTEM_URL = postgres.systemUrl;
  variables.DATABASE_OWNER_URL = postgres.ownerUrl;
  return postgres.port;
}

async function bringSandbox(variables: Variables, stops: Stop[], port: number): Promise<string> {
  if (variables.NODE_ENV === 'production') {
    throw new LaunchError(
      'TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET must be set in production; the sandbox is for development.',
    );
  }
  const connector = variables.PUBLIC_URL || `http://127.0.0.1:${port}`;
  const sandbox = await startSandboxProcess({
    port: variables.SANDBOX_PORT ? Number(variables.SANDBOX_PORT) : undefined,
    webhookUrl: `${connector.replace(/\/+$/, '')}/connect/webhook/tiktok`,
    connector: `http://127.0.0.1:${port}`,
    dataDir: dataDir(variables),
  });
  stops.push(() => sandbox.stop());
  Object.assign(variables, {
    TIKTOK_CLIENT_KEY: 'sandbox-client-key',
    TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
    TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
    TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
    TIKTOK_AUTH_BASE_URL: sandbox.url,
    TIKTOK_API_BASE_URL: sandbox.url,
    TIKTOK_BUSINESS_BASE_URL: sandbox.url,
  });
  variables.MEDIA_PUBLIC_URL ||= `https://${SANDBOX_MEDIA_HOST}`;
  variables.TIKTOK_VERIFIED_URLS ||= SANDBOX_VERIFIED_DOMAIN;
  return sandbox.url;
}
