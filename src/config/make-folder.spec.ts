import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'make-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('makeFolder', () => {
  it('creates missing parents for this user only, and leaves existing ones unchanged', () => {
    const folder = path.join(root, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('throws if a file is in the way', () => {
    writeFileSync(path.join(root, 'file'), '');
    expect(() => makeFolder(path.join(root, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(path.join(root, 'file', 'a', 'b'))).toThrow('ENOTDIR');
  });

  it('throws where the file system allows no folders', () => {
    expect(() => makeFolder('/proc/none/data')).toThrow();
  });
});
