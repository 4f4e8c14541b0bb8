import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { errnoOf, unlessMissing } from '../system-error.js';

export interface ClusterPaths {
  readonly dataDir: string;
  readonly parent: string;
  readonly lockFile: string;
  /** Copies of the binaries, for a user who cannot reach the installed ones. */
  readonly binaries: string;
}

export function pathsFor(dataDir: string): ClusterPaths {
  return {
    dataDir,
    parent: path.dirname(dataDir),
    lockFile: `${dataDir}.lock`,
    binaries: `${dataDir}.binaries`,
  };
}

/** Makes the parent folder and follows links, so that one cluster has one lock however it is named. */
export async function prepareFolders(wanted: string): Promise<ClusterPaths> {
  const absolute = path.resolve(wanted);
  return orNotWritable(absolute, async () => {
    await mkdir(path.dirname(absolute), { recursive: true });
    const dataDir =
      (await unlessMissing(realpath(absolute))) ??
      path.join(await realpath(path.dirname(absolute)), path.basename(absolute));
    const paths = pathsFor(dataDir);
    await access(paths.parent, constants.W_OK | constants.X_OK);
    await unlessMissing(access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK));
    await refuseStrangersFolder(dataDir);
    return paths;
  });
}

/** Postgres insists on owning its folder; root can make it so, others cannot. */
async function refuseStrangersFolder(dataDir: string): Promise<void> {
  const us = process.getuid?.();
  const owner = (await unlessMissing(stat(dataDir)))?.uid;
  if (us === undefined || us === 0 || owner === undefined || owner === us) return;
  throw new EmbeddedPostgresError(
    'DATA_DIR_NOT_WRITABLE',
    `The data folder ${dataDir} belongs to another user (uid ${owner}, we are ${us}): chown it, or set DATA_DIR to another folder.`,
  );
}

/** Turns whatever the file system complains about into one sentence that names the folder. */
export async function orNotWritable<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === undefined || cause instanceof EmbeddedPostgresError) throw cause;
    throw new EmbeddedPostgresError(
      'DATA_DIR_NOT_WRITABLE',
      `The data folder ${folder} cannot be written (${errno}): make it and its parent writable for this user, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
