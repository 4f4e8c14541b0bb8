import path from 'node:path';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from 'local-postgres';
import { makeFolder, tidySettings, type AppConfig } from '../../src/config/index.js';
import { freePort, isFree } from './free-port.js';
import { keepRunning } from './keep-running.js';
import { LaunchError } from './launch-error.js';
import { planOf } from './launch-plan.js';
import { dataDir, type Variables } from './load-environment.js';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process.js';
import { sandboxSettings } from './sandbox-settings.js';

/** Stops something that was started. */
export type Stop = () => Promise<unknown>;

/** What the service needs and the environment does not name. */
export interface Dependencies {
  /** The environment, completed with their addresses and the service's port. */
  variables: Variables;
  sandboxUrl: string | undefined;
  embeddedPostgresPort: number | undefined;
}

/**
 * Starts a PostgreSQL and a TikTok sandbox where none is configured, and keeps them running.
 * @param stops receives how to stop each, in the order of their start
 */
export async function startDependencies(given: Variables, stops: Stop[]): Promise<Dependencies> {
  const variables = { ...given };
  const plan = planOf(variables);
  const port = await choosePort(plan.config.http);
  if (port !== plan.config.http.port) variables.PORT = String(port);
  const embeddedPostgresPort = plan.bringsPostgres ? await bringPostgres(variables, stops) : undefined;
  const sandboxUrl = plan.bringsSandbox ? await bringSandbox(variables, stops, port) : undefined;
  return { variables, sandboxUrl, embeddedPostgresPort };
}

/** Chosen before anything starts: the sandbox needs our address, and the address is part of our configuration. */
async function choosePort({ port, host }: AppConfig['http']): Promise<number> {
  if (port === 0) return await freePort(host);
  if (await isFree(port, host)) return port;
  throw new LaunchError(
    `Port ${port} is already in use: stop what listens there, or choose another, as in PORT=3001 npm start.`,
  );
}

// Routine messages of PostgreSQL, and its replies to clients that connect while it restarts.
const ROUTINE =
  /^postgres: (LOG|HINT|DETAIL):|^postgres: FATAL: +(the database system is|terminating connection due to)/;

function report(line: string): void {
  if (!ROUTINE.test(line)) process.stderr.write(`${line}\n`);
}

async function bringPostgres(variables: Variables, stops: Stop[]): Promise<number> {
  const folder = dataDir(variables);
  makeFolder(folder);
  const start = async (ended?: EmbeddedPostgres) => {
    // Releases the folder. The next server gets the same port, since the service knows no other.
    await ended?.stop();
    return await startPostgres({ dataDir: path.join(folder, 'postgres'), log: report, port: ended?.port });
  };
  const { first, stop } = await keepRunning('PostgreSQL', start, report);
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
  const { first, stop } = await keepRunning('The TikTok sandbox', start, report);
  stops.push(stop);
  Object.assign(variables, sandboxSettings(first.url, variables));
  return first.url;
}
