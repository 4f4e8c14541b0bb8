// Where compiled sources and their source maps are kept between runs, by their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { version } = createRequire(import.meta.url)('@swc/core/package.json');
const settings = readFileSync(new URL('../../../.swcrc', import.meta.url));

export const CACHE_FOLDER = path.join(os.tmpdir(), `tiktok-connector-compiled-${os.userInfo().uid}`);

/** @returns the path of the compiled file; its source map is the same path with `.map` */
export function cachedFileOf(filename, text) {
  const hash = createHash('sha1').update(version).update(settings).update(filename).update('\0').update(text);
  return path.join(CACHE_FOLDER, `${hash.digest('hex')}.js`);
}

/** Source maps by the URLs of stack frames, read only when a stack is printed. */
export class SourceMaps extends Map {
  get(url) {
    if (!url.startsWith('file:') || !new URL(url).pathname.endsWith('.ts')) return undefined;
    const filename = fileURLToPath(url);
    return `${cachedFileOf(filename, readFileSync(filename, 'utf8'))}.map`;
  }
}
