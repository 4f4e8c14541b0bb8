import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeTestFolder, removeLeftovers } from './test-folder.mjs';

let memory: string;
beforeEach(() => {
  memory = mkdtempSync(path.join(os.tmpdir(), 'connector-memory-'));
});
afterEach(() => rmSync(memory, { recursive: true }));

const folderOf = (pid: number | undefined) => {
  const folder = path.join(memory, `connector-test-run-${pid}-abc`);
  mkdirSync(path.join(folder, 'postgres'), { recursive: true });
  return folder;
};

describe('The folder of a test run', () => {
  it('is the one that TMPDIR names, if it names one', () => {
    expect(makeTestFolder({ TMPDIR: '/var/tmp' })).toBeUndefined();
  });

  it('is not in memory that has no room for it, or does not exist', () => {
    expect(makeTestFolder({}, { memory, needsBytes: 2 ** 60 })).toBeUndefined();
    expect(makeTestFolder({}, { memory: path.join(memory, 'none'), needsBytes: 0 })).toBeUndefined();
  });

  it('may be entered by every user, as specs run PostgreSQL as another user', () => {
    const folder = makeTestFolder({}, { memory, needsBytes: 0 });
    expect(folder && statSync(folder).mode & 0o7777).toBe(0o1777);
  });

  it('is deleted by the next run if its own run was killed, and no other folder is', () => {
    const { pid: ended } = spawnSync('true');
    const [left, used] = [folderOf(ended), folderOf(process.pid)];
    const foreign = path.join(memory, 'PostgreSQL.1612012342');
    mkdirSync(foreign);

    removeLeftovers(memory);

    expect([left, used, foreign].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  });
});
