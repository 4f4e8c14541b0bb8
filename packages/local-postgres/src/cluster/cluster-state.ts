import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { unlessMissing } from '../system-error.js';

/** Is there a cluster already? Anything else in the folder, or another version's cluster, is refused. */
export async function hasCluster(dataDir: string, binariesMajor: string): Promise<boolean> {
  const version = await unlessMissing(readFile(path.join(dataDir, 'PG_VERSION'), 'utf8'));
  if (version !== undefined) {
    refuseOtherVersion(dataDir, version.trim(), binariesMajor);
    return true;
  }
  const entries = (await unlessMissing(readdir(dataDir))) ?? [];
  if (entries.length === 0) return false;
  throw new EmbeddedPostgresError(
    'DATA_DIR_FOREIGN',
    `The data folder ${dataDir} holds files but no PostgreSQL cluster: move them away, or set DATA_DIR to another folder.`,
  );
}

function refuseOtherVersion(dataDir: string, clusterMajor: string, binariesMajor: string): void {
  if (clusterMajor === binariesMajor) return;
  throw new EmbeddedPostgresError(
    'VERSION_MISMATCH',
    `The cluster in ${dataDir} was made by PostgreSQL ${clusterMajor} but this release brings PostgreSQL ${binariesMajor}: ` +
      `dump it with the old release and restore it, move the folder away to start empty, or set DATABASE_URL.`,
  );
}
