import type { PostgresBinaries } from './binaries/postgres-binaries.js';
import { relocateBinaries } from './binaries/relocate-binaries.js';
import type { ClusterPaths } from './cluster/cluster-paths.js';
import { chooseRunAs, type ChosenWay, type Trial } from './run-as/choose-run-as.js';
import { obstacleToEnter, obstacleToRun } from './run-as/obstacles.js';
import { waysToRun, type RootStrategy, type RunAs } from './run-as/run-as.js';
import { homeOwnerOf, readSystemUsers, unprivilegedUsers } from './run-as/system-users.js';

/** Finds a way to run Postgres that reaches both its data and its binaries, and says which binaries those are. */
export async function pickRunAs(
  installed: PostgresBinaries,
  paths: ClusterPaths,
  forced?: RootStrategy,
): Promise<ChosenWay<PostgresBinaries>> {
  const isRoot = process.getuid?.() === 0;
  const users = isRoot ? unprivilegedUsers(await readSystemUsers(), await homeOwnerOf(paths.parent)) : [];
  const ways = waysToRun({ isRoot, platform: process.platform, users, forced });
  return chooseRunAs(ways, paths.dataDir, (runAs) => tryOut(runAs, installed, paths));
}

async function tryOut(
  runAs: RunAs,
  installed: PostgresBinaries,
  paths: ClusterPaths,
): Promise<Trial<PostgresBinaries>> {
  if (runAs.kind === 'direct') return { ok: true, value: installed };
  const shut = await obstacleToEnter(runAs, paths.parent);
  if (shut !== undefined) return { ok: false, reason: shut };
  const unreachable = await obstacleToRun(runAs, installed.postgres);
  if (unreachable === undefined) return { ok: true, value: installed };
  if (runAs.kind === 'unshare') return { ok: false, reason: unreachable };
  const copy = await relocateBinaries(runAs, installed, paths.binaries);
  const reason = await obstacleToRun(runAs, copy.postgres);
  return reason === undefined ? { ok: true, value: copy } : { ok: false, reason };
}
