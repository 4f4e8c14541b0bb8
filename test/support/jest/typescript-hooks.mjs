// Module hooks of Node: TypeScript sources run as they are, and `@jest/globals` is what Jest hands to the running spec.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { CACHE_FOLDER, cachedFileOf } from './compiled-sources.mjs';

const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;

mkdirSync(CACHE_FOLDER, { recursive: true });

/** Sources import each other by the names of their compiled files: `./a.js` is `./a.ts` here. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && !context.parentURL?.includes('/node_modules/')) {
    const source = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:' || !pathname.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const text = readFileSync(filename, 'utf8');
  const cached = cachedFileOf(filename, text);
  const source = existsSync(cached) ? readFileSync(cached) : compile(filename, text, cached);
  return { format: 'module', source, shortCircuit: true };
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
