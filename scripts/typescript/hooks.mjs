import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, version } from '@swc/core';

// The workspaces' package.json files name their sources under this condition.
const SOURCE = 'tiktok-connector-source';
const CACHE = path.resolve(fileURLToPath(import.meta.url), '../../../node_modules/.cache/typescript-sources');
const OPTIONS = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
};

/** Sources name the compiled files: `./a.js` is `./a.ts` here. */
export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL) {
    const source = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, { ...context, conditions: [SOURCE, ...context.conditions] });
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}

/** Kept between processes: a restart then compiles only what has changed. */
async function compiled(filename) {
  const source = await readFile(filename, 'utf8');
  const all = [version, JSON.stringify(OPTIONS), filename, source].join('\n');
  const key = createHash('sha256').update(all).digest('hex');
  const file = path.join(CACHE, key);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  const { code } = await transform(source, { filename, ...OPTIONS }).catch((error) => {
    throw new SyntaxError(
      String(error.message)
        .split(/\n\s*Caused by:/)[0]
        .trim(),
    );
  });
  await mkdir(CACHE, { recursive: true });
  // Renamed as a whole: another process must not read half of it.
  await writeFile(`${file}.${process.pid}`, code);
  await rename(`${file}.${process.pid}`, file);
  return code;
}
