import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The names and contents of all files in the data folder, except the staged videos. */
export async function writtenFiles(dataDir: string): Promise<string> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((name) => !name.startsWith(path.join(dataDir, 'uploads')));
  const texts = names.map(async (name) => `${name}\n${await readFile(name, 'latin1').catch(() => '')}`);
  return (await Promise.all(texts)).join('\n');
}
