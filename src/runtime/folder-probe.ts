import { randomBytes } from 'node:crypto';
import { access, constants, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../common/index.js';
import { makeFolder } from '../config/index.js';

// Larger than an entry of the token journal.
const PROBE_BYTES = 16 * 1024;
/** The file name suffix of probes. */
export const PROBE_SUFFIX = '.probe';

/**
 * Writes, syncs, reads back and deletes a file. Nothing less detects a full disk, a read-only file system and missing
 * permissions. Creates a missing folder.
 * @throws Error of the file system
 */
export async function writeProbe(folder: string): Promise<void> {
  makeFolder(folder);
  const file = path.join(folder, newId() + PROBE_SUFFIX);
  try {
    await writeAndRead(file, randomBytes(PROBE_BYTES));
  } finally {
    await rm(file, { force: true });
  }
}

async function writeAndRead(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx+', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    const back = Buffer.alloc(bytes.length);
    await handle.read(back, 0, bytes.length, 0);
    if (!back.equals(bytes)) throw Object.assign(new Error('read back different bytes'), { code: 'EIO' });
  } finally {
    await handle.close();
  }
}

/**
 * Checks that a subfolder of a probed folder is writable. Writes to it only if it is on another disk, because other code
 * lists its files.
 * @throws Error of the file system
 */
export async function probeSubfolder(folder: string, probed: string): Promise<void> {
  makeFolder(folder);
  const [own, outer] = await Promise.all([stat(folder), stat(probed)]);
  if (own.dev !== outer.dev) await writeProbe(folder);
  else await access(folder, constants.W_OK | constants.X_OK);
}

const DESCRIPTIONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOTDIR: 'a file is in its place',
  EEXIST: 'a file is in its place',
  ENOENT: 'it does not exist',
  EIO: 'the disk reports an error',
  EMFILE: 'this process has too many files open',
  ENFILE: 'this machine has too many files open',
};

/** e.g. `the disk is full, ENOSPC`, without a path. */
export function describeFileError(code: string | undefined): string {
  if (code === undefined) return 'the file system reports an unknown error';
  return DESCRIPTIONS[code] === undefined ? code : `${DESCRIPTIONS[code]}, ${code}`;
}
