import { majorVersionOf } from './binaries/binary-version.js';
import { ensureLibraryLinks } from './binaries/library-links.js';
import { locateBinaries } from './binaries/postgres-binaries.js';
import { prepareFolders } from './cluster/cluster-paths.js';
import { hasCluster } from './cluster/cluster-state.js';
import { connectionUrl } from './cluster/connection-url.js';
import { closeFolder, giveFolderTo } from './cluster/give-folder.js';
import { initCluster } from './cluster/init-cluster.js';
import { APP_ROLE, OWNER_ROLE } from './cluster/names.js';
import { readPasswords } from './cluster/passwords.js';
import { ensureRolesAndDatabase } from './cluster/roles-and-database.js';
import type { RootStrategy, RunAs } from './run-as/run-as.js';
import { startServer } from './server/start-server.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster, for example `.data/postgres`; made when missing. */
  dataDir: string;
  log?: (line: string) => void;
  /** Default: any free one. */
  port?: number;
  /** Default true. Tests pass false: faster, but a power cut may lose the cluster. */
  durable?: boolean;
  /** How to run when we are root; default: whichever works. */
  rootStrategy?: RootStrategy;
}

export interface EmbeddedPostgres {
  /** Superuser and owner of the database: for migrations only. */
  ownerUrl: string;
  /** What the service logs in as; row-level security holds for it. */
  appUrl: string;
  port: number;
  stop(): Promise<void>;
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log = () => undefined, durable = true, port } = options;
  const paths = await prepareFolders(options.dataDir);
  const { dataDir } = paths;
  const binaries = locateBinaries();
  await ensureLibraryLinks(binaries.native);
  const major = await majorVersionOf(binaries);
  const runAs: RunAs = process.getuid?.() === 0 ? { kind: 'unshare' } : { kind: 'direct' };
  if (!(await hasCluster(dataDir, major)))
    await initCluster({ runAs, ...paths, initdb: binaries.initdb, durable });
  await giveFolderTo(runAs, dataDir);
  await closeFolder(dataDir);
  const passwords = await readPasswords(dataDir);
  const server = await startServer({ runAs, postgres: binaries.postgres, dataDir, port, durable, log });
  await ensureRolesAndDatabase(passwords, server.port);
  return {
    ownerUrl: connectionUrl(OWNER_ROLE, passwords.owner, server.port),
    appUrl: connectionUrl(APP_ROLE, passwords.app, server.port),
    port: server.port,
    stop: () => server.stop(),
  };
}
