// Module hooks of Node: TypeScript sources run as they are, and `@jest/globals` is what Jest hands to the running spec.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { CACHE_FOLDER, cachedFileOf } from './compiled-sources.mjs';

const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;

mkdirSync(CACHE_FOLDER, { recursive: true });

/** Sources import each other by the names of their compiled files: `./a.js` is `./a.ts` here. */
export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && !context.parentURL?.includes('/node_modules/')) {
    const { href } = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (isFile(href)) return { url: href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

const known = new Map();
function isFile(url) {
  if (!known.has(url)) known.set(url, existsSync(fileURLToPath(url)));
  return known.get(url);
}

export function load(url, context, next) {
  if (/\.ts(\?|$)/.test(url)) {
    const filename = fileURLToPath(url);
    const text = readFileSync(filename, 'utf8');
    const cached = cachedFileOf(filename, text);
    const source = existsSync(cached) ? readFileSync(cached) : compile(filename, text, cached);
    return { format: 'module', source, shortCircuit: true };
  }
  // Node's own hook reads asynchronously, which takes three times as long.
  if (context.format === 'module' && url.startsWith('file:'))
    return { format: 'module', source: readFileSync(fileURLToPath(url)), shortCircuit: true };
  return next(url, context);
}

function compile(filename, text, cached) {
  const { code, map } = transformSync(text, { filename, sourceMaps: true });
  // Moved into place, so that another process never reads half a file.
  const draft = `${cached}.${process.pid}`;
  writeFileSync(`${draft}.map`, map);
  writeFileSync(draft, code);
  renameSync(`${draft}.map`, `${cached}.map`);
  renameSync(draft, cached);
  return code;
}
