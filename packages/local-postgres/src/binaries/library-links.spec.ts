import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureLibraryLinks } from './library-links.js';

let packageRoot: string;
const native = () => path.join(packageRoot, 'native');
const lib = (name: string) => path.join(packageRoot, 'native/lib', name);

beforeEach(async () => {
  packageRoot = await mkdtemp(path.join(os.tmpdir(), 'library-links-'));
  await mkdir(lib('sub'), { recursive: true });
  await writeFile(lib('libicu.so.60.2'), 'a library');
  await writeList([
    { source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' },
    { source: 'native/lib/libicu.so.60.2', target: 'native/lib/sub/libicu.so' },
  ]);
});

afterEach(async () => {
  await rm(packageRoot, { recursive: true });
});

describe('ensureLibraryLinks', () => {
  it('makes the links an install script would have made, relative so that the folder can move', async () => {
    await ensureLibraryLinks(native());

    expect(await readlink(lib('libicu.so.60'))).toBe('libicu.so.60.2');
    expect(await readFile(lib('sub/libicu.so'), 'utf8')).toBe('a library');
  });

  it('makes only what is missing, and may run twice or at once', async () => {
    await writeFile(lib('libicu.so.60'), 'a real file');

    await Promise.all([ensureLibraryLinks(native()), ensureLibraryLinks(native())]);

    expect(await readFile(lib('libicu.so.60'), 'utf8')).toBe('a real file');
  });

  it('has nothing to do for a platform without a list', async () => {
    await rm(path.join(native(), 'pg-symlinks.json'));

    await expect(ensureLibraryLinks(native())).resolves.toBeUndefined();
  });

  it('names the folder and the remedy when a link cannot be made', async () => {
    await writeList([{ source: 'native/lib/libicu.so.60.2', target: 'native/no such folder/libicu.so' }]);

    await expect(ensureLibraryLinks(native())).rejects.toMatchObject({
      code: 'NO_BINARIES',
      message: expect.stringMatching(/no such folder.*writable.*DATABASE_URL/),
    });
  });
});

async function writeList(links: { source: string; target: string }[]): Promise<void> {
  await writeFile(path.join(native(), 'pg-symlinks.json'), JSON.stringify(links));
}
