import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import type { RunAs } from '../run-as/run-as.js';
import { freePort } from './free-port.js';
import { startServerProcess, type ServerProcess } from './server-process.js';
import { serverArguments } from './server-settings.js';
import { ServerEndedEarly } from './start-outcome.js';

export interface StartServer {
  runAs: RunAs;
  postgres: string;
  dataDir: string;
  port?: number;
  durable: boolean;
  log: (line: string) => void;
}

export interface RunningServer extends ServerProcess {
  port: number;
}

/** Another program may take a free port before Postgres binds it; five times in a row is no coincidence. */
const PORT_TRIES = 5;
/** Backends of a killed server end at their next wait; one in a long query may need a while. */
const OLD_PROCESSES_PATIENCE_MS = 15_000;
const OLD_PROCESSES_PAUSE_MS = 500;

export async function startServer(start: StartServer): Promise<RunningServer> {
  const giveUpAt = Date.now() + OLD_PROCESSES_PATIENCE_MS;
  for (let portsTried = 1; ;) {
    const port = start.port ?? (await freePort());
    const args = ['-D', start.dataDir, ...serverArguments({ port, durable: start.durable })];
    try {
      return { port, ...(await startServerProcess({ ...start, args })) };
    } catch (error) {
      if (!(error instanceof ServerEndedEarly)) throw error;
      if (error.failure === 'port-taken' && start.port === undefined && portsTried++ < PORT_TRIES) continue;
      if (error.failure !== 'old-processes' || Date.now() > giveUpAt) throw asStartError(error, start, port);
      start.log(`Waiting for the processes of a killed PostgreSQL on ${start.dataDir} to end.`);
      await delay(OLD_PROCESSES_PAUSE_MS);
    }
  }
}

function asStartError(cause: ServerEndedEarly, start: StartServer, port: number): EmbeddedPostgresError {
  if (cause.failure === 'port-taken') {
    const message = `Port ${port} for the embedded PostgreSQL is taken: choose another, or none to get a free one.`;
    return new EmbeddedPostgresError('PORT_IN_USE', message, { cause });
  }
  return new EmbeddedPostgresError(
    'START_FAILED',
    `PostgreSQL did not start on ${start.dataDir}; its last words: ${cause.lines.join(' | ')}`,
    { cause },
  );
}
