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
  await writeFile(draft, note);
  try {
    let previousOwnerDied = false;
    while (!(await linkUnlessTaken(draft, lockFile))) {
      const current = await unlessMissing(readFile(lockFile, 'utf8'));
      if (current === undefined) continue;
      await refuseLivingOwner(current, lockFile, dataDir);
      await removeIfStill(lockFile, current);
      previousOwnerDied = true;
    }
    return { previousOwnerDied, release: () => removeIfStill(lockFile, note) };
  } finally {
    await rm(draft, { force: true });
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

/** Between our look and our removal another starter may have put its own lock there: moved aside, it is looked at again. */
async function removeIfStill(lockFile: string, expected: string): Promise<void> {
  const aside = `${lockFile}.${randomUUID()}`;
  if ((await unlessMissing(rename(lockFile, aside).then(() => true))) === undefined) return;
  if ((await readFile(aside, 'utf8')) !== expected) await linkUnlessTaken(aside, lockFile);
  await rm(aside, { force: true });
}
