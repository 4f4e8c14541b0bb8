import { randomBytes } from 'node:crypto';
import { access, constants, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../common/index.js';
import { makeFolder } from '../config/index.js';

// More than an entry of the token journal takes.
const PROBE_BYTES = 16 * 1024;
/** The end of the name of what a probe writes. */
export const PROBE_SUFFIX = '.probe';

/**
 * Writes, syncs, reads back and deletes a file: a full disk, a read-only file system and a missing right show in nothing
 * less. Makes the folder when it is missing.
 * @throws the error of the file system
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
    if (!back.equals(bytes)) throw Object.assign(new Error('other bytes came back'), { code: 'EIO' });
  } finally {
    await handle.close();
  }
}

/**
 * Whether a folder inside another one, which was probed, can be written too. Only on a disk of its own is it written to:
 * other code lists what lies there.
 * @throws the error of the file system
 */
export async function checkInside(folder: string, probed: string): Promise<void> {
  makeFolder(folder);
  const [own, outer] = await Promise.all([stat(folder), stat(probed)]);
  if (own.dev !== outer.dev) await writeProbe(folder);
  else await access(folder, constants.W_OK | constants.X_OK);
}

const WORDS: Record<string, string> = {
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

/** `the disk is full (ENOSPC)`, without a path. */
export function fileTrouble(code: string | undefined): string {
  if (code === undefined) return 'the file system reports an unknown error';
  return WORDS[code] === undefined ? code : `${WORDS[code]}, ${code}`;
}
