import path from 'node:path';
import { makeFolder, parseEnvironment, tidySettings, type AppConfig } from '../../src/config/index.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from 'local-postgres';
import { serve } from '../../src/serve.js';
import { freePort, isFree } from './free-port.js';
import { keepRunning } from './keep-running.js';
import { LaunchError } from './launch-error.js';
import { planOf } from './launch-plan.js';
import { dataDir, type Variables } from './load-environment.js';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process.js';
import { sandboxSettings } from './sandbox-settings.js';

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
  const plan = planOf(variables);
  const port = await choosePort(plan.config.http);
  if (port !== plan.config.http.port) variables.PORT = String(port);
  const embeddedPostgresPort = plan.bringsPostgres ? await bringPostgres(variables, stops) : undefined;
  const sandboxUrl = plan.bringsSandbox ? await bringSandbox(variables, stops, port) : undefined;
  const config = parseEnvironment(variables);
  const app = await serve(config, true);
  stops.push(() => app.close());
  return { config, sandboxUrl, embeddedPostgresPort };
}

/** Decided before anything starts: the sandbox is told where we listen, and the address is part of our configuration. */
async function choosePort({ port, host }: AppConfig['http']): Promise<number> {
  if (port === 0) return await freePort(host);
  if (await isFree(port, host)) return port;
  throw new LaunchError(
    `Port ${port} is already in use: stop what listens there, or choose another, as in PORT=3001 npm start.`,
  );
}

// What Postgres says while all is well, and to those who ask while it comes up again.
const OF_NO_INTEREST =
  /^postgres: (LOG|HINT|DETAIL):|^postgres: FATAL: +(the database system is|terminating connection due to)/;

function tell(line: string): void {
  if (!OF_NO_INTEREST.test(line)) process.stderr.write(`${line}\n`);
}

async function bringPostgres(variables: Variables, stops: Stop[]): Promise<number> {
  const folder = dataDir(variables);
  makeFolder(folder);
  const start = async (ended?: EmbeddedPostgres) => {
    // Releases the folder. The next server gets the same port, since the service knows no other.
    await ended?.stop();
    return await startPostgres({ dataDir: path.join(folder, 'postgres'), log: tell, port: ended?.port });
  };
  const { first, stop } = await keepRunning('PostgreSQL', start, tell);
  stops.push(stop);
  variables.DATABASE_URL = first.appUrl;
  variables.DATABASE_SYSTEM_URL = first.systemUrl;
  variables.DATABASE_OWNER_URL = first.ownerUrl;
  return first.port;
}

/** Loads the package only here: a service with a database of its own runs without it. */
async function startPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { EmbeddedPostgresError, startEmbeddedPostgres } = await import('local-postgres');
  try {
    return await startEmbeddedPostgres(options);
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new LaunchError(error.message, { cause: error }) : error;
  }
}

async function bringSandbox(variables: Variables, stops: Stop[], port: number): Promise<string> {
  const { PUBLIC_URL, SANDBOX_PORT } = tidySettings(variables);
  const connector = PUBLIC_URL ?? `http://127.0.0.1:${port}`;
  const configured = SANDBOX_PORT === undefined ? undefined : Number(SANDBOX_PORT);
  const start = (ended?: SandboxProcess) =>
    startSandboxProcess({
      port: ended ? Number(new URL(ended.url).port) : configured,
      webhookUrl: `${connector.replace(/\/+$/, '')}/connect/webhook/tiktok`,
      connector: `http://127.0.0.1:${port}`,
      dataDir: dataDir(variables),
    });
  const { first, stop } = await keepRunning('The TikTok sandbox', start, tell);
  stops.push(stop);
  Object.assign(variables, sandboxSettings(first.url, variables));
  return first.url;
}
