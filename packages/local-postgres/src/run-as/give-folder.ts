import { lchown, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RunAs } from './run-as.js';
import { unlessMissing } from '../system-error.js';

/**
 * Gives a folder to the user that will run Postgres: it may have been made by another user, on a start with another
 * disguise. Only root gets here with anything to do.
 */
export async function giveFolderTo(runAs: RunAs, folder: string): Promise<void> {
  if (runAs.kind === 'direct') return;
  const { uid, gid } = runAs.kind === 'unshare' ? { uid: 0, gid: 0 } : runAs.user;
  const current = await unlessMissing(stat(folder));
  if (current === undefined || current.uid === uid) return;
  await chownTree(folder, uid, gid);
}

/** Contents before the folder, so that an interrupted run starts over; never through a symbolic link. */
async function chownTree(folder: string, uid: number, gid: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) await chownTree(full, uid, gid);
    else await lchown(full, uid, gid);
  }
  await lchown(folder, uid, gid);
}
