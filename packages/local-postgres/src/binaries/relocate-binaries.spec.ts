import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { binariesIn } from './postgres-binaries.js';
import { relocateBinaries } from './relocate-binaries.js';

let folder: string;
const installed = () => binariesIn(path.join(folder, 'package/native'));
const copies = () => path.join(folder, 'postgres.binaries');

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relocate-binaries-'));
  await mkdir(path.join(installed().native, 'bin'), { recursive: true });
  await writeFile(installed().postgres, 'postgres 1');
  await symlink('postgres', path.join(installed().native, 'bin/link'));
  await release('1.0.0');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('relocateBinaries', () => {
  it('copies them with their links', async () => {
    const copy = await relocate();

    expect(await readFile(copy.postgres, 'utf8')).toBe('postgres 1');
    expect(await readlink(path.join(copy.native, 'bin/link'))).toBe('postgres');
  });

  it('keeps the copy of the same version', async () => {
    await relocate();
    await writeFile(installed().postgres, 'changed without a release');

    expect(await readFile((await relocate()).postgres, 'utf8')).toBe('postgres 1');
  });

  it('replaces the copy of another version, and one that was cut short', async () => {
    await relocate();
    await mkdir(path.join(copies(), 'incomplete'));
    await writeFile(installed().postgres, 'postgres 2');
    await release('2.0.0');

    expect(await readFile((await relocate()).postgres, 'utf8')).toBe('postgres 2');
    expect(await readdir(copies())).toEqual(['2.0.0']);
  });
});

function relocate() {
  return relocateBinaries({ kind: 'direct' }, installed(), copies());
}

async function release(version: string): Promise<void> {
  await writeFile(path.join(folder, 'package/package.json'), JSON.stringify({ version }));
}
