// Where compiled sources and their source maps are kept, by their content and their place in the repository: copies of it that
// share `node_modules` share them too.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '../../..');
const { version } = createRequire(import.meta.url)('@swc/core/package.json');

export const SWC_SETTINGS = path.join(ROOT, '.swcrc');
export const CACHE_FOLDER = path.join(ROOT, 'node_modules/.cache/typescript-sources');

const settings = readFileSync(SWC_SETTINGS);

/** @returns the path of the compiled file; its source map is the same path with `.map` */
export function compiledFileOf(filename, text) {
  const hash = createHash('sha1').update(version).update(settings).update(path.relative(ROOT, filename));
  hash.update('\0').update(text);
  return path.join(CACHE_FOLDER, `${hash.digest('hex')}.js`);
}
