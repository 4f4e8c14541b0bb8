import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { unlessMissing } from '../system-error.js';
import { leftoverAction, parsePostmasterPid } from './leftover-action.js';
import { stopByPid } from '../processes/stop-by-pid.js';
import { whoseProcess } from './whose-process.js';

export interface LeftoverServer {
  dataDir: string;
  previousOwnerDied: boolean;
  log: (line: string) => void;
}

/** Clears what a crash left in the data folder: Postgres's pid file, or Postgres itself still running. */
export async function clearLeftoverServer(leftover: LeftoverServer): Promise<void> {
  const { dataDir, previousOwnerDied, log } = leftover;
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const text = await unlessMissing(readFile(pidFile, 'utf8'));
  if (text === undefined) return;
  const pid = parsePostmasterPid(text);

  switch (leftoverAction(await whoseProcess(pid, dataDir), previousOwnerDied)) {
    case 'remove-pid-file':
      // Safe: Postgres still refuses to start while any old process holds the cluster's shared memory.
      await rm(pidFile, { force: true });
      log(
        `The last PostgreSQL on ${dataDir} crashed: removed its stale postmaster.pid; the data recovers now.`,
      );
      return;
    case 'stop-server':
      log(`Stopping the PostgreSQL (process ${pid}) that a connector left on ${dataDir} when it died.`);
      await stopByPid(pid);
      // A killed server leaves the file, and its pid may stay in the process table until it is reaped.
      await rm(pidFile, { force: true });
      return;
    case 'refuse':
      throw new EmbeddedPostgresError(
        'DATA_DIR_IN_USE',
        `Another PostgreSQL (process ${pid}) runs on ${dataDir}: stop it, or set DATA_DIR to another folder.`,
      );
    case 'leave-to-postgres':
  }
}
