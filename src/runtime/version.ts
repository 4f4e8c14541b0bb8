import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'tiktok-connector';

/** The version of this code. Compiled files are nested deeper than their sources, so it searches upwards for package.json. */
export const VERSION = findVersion(path.dirname(fileURLToPath(import.meta.url)));

function findVersion(folder: string): string {
  const file = path.join(folder, 'package.json');
  if (existsSync(file)) {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === NAME && version !== undefined) return version;
  }
  const parent = path.dirname(folder);
  return parent === folder ? 'unknown' : findVersion(parent);
}
