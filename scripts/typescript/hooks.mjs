import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { CACHE_FOLDER, compiledFileOf, SWC_SETTINGS } from './compiled-file.mjs';

// The workspaces' package.json files name their sources under this condition.
const SOURCE = 'tiktok-connector-source';

mkdirSync(CACHE_FOLDER, { recursive: true });

/** Sources name the compiled files: `./a.js` is `./a.ts` here. */
export function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && !context.parentURL?.includes('/node_modules/')) {
    const { href } = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (isFile(href)) return { url: href, format: 'module', shortCircuit: true };
  }
  return next(specifier, { ...context, conditions: [SOURCE, ...context.conditions] });
}

const known = new Map();
function isFile(url) {
  if (!known.has(url)) known.set(url, existsSync(fileURLToPath(url)));
  return known.get(url);
}

export function load(url, context, next) {
  if (/\.ts(\?|$)/.test(url))
    return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
  // Node's own hook reads asynchronously, which takes three times as long.
  if (context.format === 'module' && url.startsWith('file:'))
    return { format: 'module', source: readFileSync(fileURLToPath(url)), shortCircuit: true };
  return next(url, context);
}

/** Keeps what it compiles between processes: the next one compiles only what has changed. */
function compiled(filename) {
  const text = readFileSync(filename, 'utf8');
  const file = compiledFileOf(filename, text);
  if (existsSync(file)) return readFileSync(file);
  const { code, map } = transformed(filename, text);
  const draft = `${file}.${process.pid}`;
  const withMap = `${code}\n//# sourceMappingURL=${file}.map\n`;
  writeFileSync(`${draft}.map`, map);
  writeFileSync(draft, withMap);
  // Renamed as a whole: another process must not read half of it.
  renameSync(`${draft}.map`, `${file}.map`);
  renameSync(draft, file);
  return withMap;
}

/** @throws SyntaxError without swc's repeated causes */
function transformed(filename, text) {
  try {
    return transformSync(text, { filename, configFile: SWC_SETTINGS, sourceMaps: true });
  } catch (error) {
    const [reason] = String(error.message).split(/\n\s*Caused by:/);
    throw new SyntaxError(reason.trim(), { cause: error });
  }
}
