// The folder for temporary files of a test run: in memory, if the machine has room there. Specs make and delete some hundred
// thousand files, most of them of databases. On a disk, that takes a third of the processor time of all tests.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'connector-test-run-';
// A whole run takes 0.6 GB.
const NEEDS_BYTES = 2 * 1024 ** 3;

/** @returns a new folder, or undefined where temporary files stay where they are by default */
export function makeTestFolder(
  environment = process.env,
  { memory = '/dev/shm', needsBytes = NEEDS_BYTES } = {},
) {
  if (environment.TMPDIR || !hasRoom(memory, needsBytes)) return undefined;
  removeLeftovers(memory);
  const folder = mkdtempSync(path.join(realpathSync(memory), `${PREFIX}${process.pid}-`));
  // As the default folder: specs also run PostgreSQL as another user.
  chmodSync(folder, 0o1777);
  return folder;
}

export function removeTestFolder(folder) {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A run that was killed could not delete its folder. */
export function removeLeftovers(memory) {
  for (const name of readdirSync(memory)) {
    const [, pid] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) removeTestFolder(path.join(memory, name));
  }
}

function hasRoom(memory, needsBytes) {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, os.freemem()) >= needsBytes && mayRunPrograms(memory);
  } catch {
    // macOS and Windows have no such folder.
    return false;
  }
}

/** Containers often mount it `noexec`; specs run programs of packages that they install. */
function mayRunPrograms(memory) {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const [, , , options = ''] = mounts.find((line) => line.split(' ')[1] === memory)?.split(' ') ?? [];
  return !options.split(',').includes('noexec');
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
