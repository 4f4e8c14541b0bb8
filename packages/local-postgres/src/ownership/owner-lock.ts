import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';
import { errnoOf, unlessMissing } from '../system-error.js';
import { ownerIsAlive, ownerNote, parseOwnerNote } from './owner-note.js';
import { factsOf } from '../processes/process-facts.js';

export interface OwnerLock {
  /** The last connector on this folder died without stopping its Postgres. */
  readonly previousOwnerDied: boolean;
  release(): Promise<void>;
}

/** One connector per data folder. Refuses while another lives; replaces the lock of a dead one. */
export async function takeOwnerLock(lockFile: string, dataDir: string): Promise<OwnerLock> {
  const note = ownerNote(process.pid, await factsOf(process.pid));
  const draft = `${lockFile}.${randomUUID()}`;
  const lock = (previousOwnerDied: boolean) => ({
    previousOwnerDied,
    release: () => removeIfOurs(lockFile, note),
  });
  await writeFile(draft, note);
  try {
    for (;;) {
      if (await linkUnlessTaken(draft, lockFile)) return lock(false);
      const current = await unlessMissing(readFile(lockFile, 'utf8'));
      if (current === undefined) continue;
      await refuseLivingOwner(current, lockFile, dataDir);
      if (await replace(lockFile, current, draft, dataDir)) return lock(true);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Several starters may have found the same dead owner; without a lock around its replacement the second would
 * replace the first. That lock may in turn be a dead process's, and is taken the same way.
 */
async function replace(lockFile: string, dead: string, draft: string, dataDir: string): Promise<boolean> {
  const takeover = await takeOwnerLock(`${lockFile}.takeover`, dataDir);
  try {
    if ((await unlessMissing(readFile(lockFile, 'utf8'))) !== dead) return false;
    await rename(draft, lockFile);
    return true;
  } finally {
    await takeover.release();
  }
}

/** A link appears with its contents, all at once or not at all; a file opened exclusively is empty for a moment. */
async function linkUnlessTaken(draft: string, lockFile: string): Promise<boolean> {
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function refuseLivingOwner(note: string, lockFile: string, dataDir: string): Promise<void> {
  const owner = parseOwnerNote(note);
  if (owner === undefined || !ownerIsAlive(owner, await factsOf(owner.pid))) return;
  throw new EmbeddedPostgresError(
    'DATA_DIR_IN_USE',
    `The data folder ${dataDir} is in use by another connector (process ${owner.pid}, says ${lockFile}): stop it, or set DATA_DIR to another folder.`,
  );
}

async function removeIfOurs(lockFile: string, note: string): Promise<void> {
  const current = await unlessMissing(readFile(lockFile, 'utf8'));
  if (current === note) await rm(lockFile, { force: true });
}
