import { chmod } from 'node:fs/promises';
import type { RunAs } from '../run-as/run-as.js';
import { orNotWritable } from './cluster-paths.js';
import { hasCluster } from './cluster-state.js';
import { giveFolderTo } from '../run-as/give-folder.js';
import { initCluster } from './init-cluster.js';
import { readPasswords, type Passwords } from './passwords.js';

export interface OpenCluster {
  runAs: RunAs;
  initdb: string;
  /** The binaries' major version: a cluster of another one is refused. */
  major: string;
  dataDir: string;
  durable: boolean;
}

/** Finds or creates the cluster, and prepares it for the user that will run Postgres. */
export async function openCluster(open: OpenCluster): Promise<Passwords> {
  const { runAs, initdb, major, dataDir, durable } = open;
  return orNotWritable(dataDir, async () => {
    const found = await hasCluster(dataDir, major);
    if (!found) await initCluster({ runAs, initdb, dataDir, durable });
    await giveFolderTo(runAs, dataDir);
    // Postgres refuses a folder that others may read, which a copy or a restore easily makes it.
    await chmod(dataDir, 0o700);
    return readPasswords(dataDir);
  });
}
