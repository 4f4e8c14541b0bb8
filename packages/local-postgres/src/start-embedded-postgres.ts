import { majorVersionOf } from './binaries/binary-version.js';
import { ensureLibraryLinks } from './binaries/library-links.js';
import { locateBinaries } from './binaries/postgres-binaries.js';
import { orNotWritable, prepareFolders, type ClusterPaths } from './cluster/cluster-paths.js';
import { connectionUrl } from './cluster/connection-url.js';
import { APP_ROLE, OWNER_ROLE, SYSTEM_ROLE } from './cluster/names.js';
import { openCluster } from './cluster/open-cluster.js';
import { ensureRolesAndDatabase } from './cluster/roles-and-database.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
import { clearLeftoverServer } from './ownership/leftover-server.js';
import { takeOwnerLock } from './ownership/owner-lock.js';
import { pickRunAs } from './pick-run-as.js';
import { describeRunAs } from './run-as/run-as.js';
import { startServer } from './server/start-server.js';

/** Starts PostgreSQL on the folder, making cluster, roles and database when missing. One caller per folder. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const paths = await prepareFolders(options.dataDir);
  const lock = await orNotWritable(paths.dataDir, () => takeOwnerLock(paths.lockFile, paths.dataDir));
  try {
    const postgres = await startOwned(options, paths, lock.previousOwnerDied);
    const stop = () => postgres.stop().finally(() => lock.release());
    return { ...postgres, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startOwned(
  options: EmbeddedPostgresOptions,
  paths: ClusterPaths,
  previousOwnerDied: boolean,
): Promise<EmbeddedPostgres> {
  const { log = () => undefined, durable = true, port, rootStrategy } = options;
  const { dataDir } = paths;
  const installed = locateBinaries();
  await ensureLibraryLinks(installed.native);
  const major = await majorVersionOf(installed);
  await clearLeftoverServer({ dataDir, previousOwnerDied, log });
  const { runAs, value: binaries } = await pickRunAs(installed, paths, rootStrategy);
  if (runAs.kind === 'switch-user')
    log(`PostgreSQL refuses to run as root: it runs as ${describeRunAs(runAs)}.`);
  const passwords = await openCluster({ runAs, initdb: binaries.initdb, major, dataDir, durable });
  const server = await startServer({ runAs, postgres: binaries.postgres, dataDir, port, durable, log });
  try {
    await ensureRolesAndDatabase(passwords, server.port);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerUrl: connectionUrl(OWNER_ROLE, passwords.owner, server.port),
    appUrl: connectionUrl(APP_ROLE, passwords.app, server.port),
    systemUrl: connectionUrl(SYSTEM_ROLE, passwords.system, server.port),
    port: server.port,
    ended: server.ended,
    stop: () => server.stop(),
  };
}
