import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';

// A process that loads 4,000 files computes for 2.5 s before it begins. A bundle of the same compiled code takes a third of
// that, and the fault specs start hundreds of processes. `npm start` and the documented commands run unbundled.
const BUNDLE = path.resolve('test-results/service.cjs');
const COMPILED = `${BUNDLE}.compiled`;
const HARNESS = 'test/support/harness';
const ENTRIES = path.join(HARNESS, 'bundled-entries.mjs');
const RUNNER = path.resolve(HARNESS, 'run-bundled.mjs');
// A process lives for seconds: optimising its functions takes more than it saves. V8 keeps compiled code for the same flags only.
const NODE_FLAGS = ['--no-opt'];
const MADE_BY = [ENTRIES, RUNNER, path.join(HARNESS, 'service-bundle.ts')];

export type BundledEntry = 'main' | 'doctor' | 'keys-rotate' | 'token' | 'preloaded';

// Not installed, or with files beside their code.
const LEFT_OUT = [
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer/storage',
  'mediainfo.js',
  'msgpackr-extract',
  'pg-native',
  'pino',
  'reflect-metadata',
  'sharp',
  'swagger-ui-dist',
  'thread-stream',
];
const OWN_URL = 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;';

/** Changes the text of files on their way into the bundle. */
const changing = (filter: RegExp, change: (text: string) => string): Plugin => ({
  name: `changes ${filter.source}`,
  setup: ({ onLoad }) =>
    onLoad({ filter }, ({ path: file }) => ({ contents: change(readFileSync(file, 'utf8')) })),
});
const PLUGINS = [
  // V8 keeps compiled code of CommonJS only, in which nothing awaits outside functions.
  changing(/\/dist\/(src\/main|scripts\/(doctor|keys-rotate|token))\.js$/, (text) => {
    const imports = /^import .*;$/gm;
    const work = text.replaceAll(imports, '');
    return `${(text.match(imports) ?? []).join('\n')}\nexport const ended = (async () => {\n${work}\n})();`;
  }),
  // Both of these would load a package from its folder that the bundle has already.
  changing(/\/@nestjs\/(typeorm|mapped-types)\/dist\/.*\.js$/, (text) =>
    text.replace('const require = createRequire(import.meta.url);', ''),
  ),
  changing(/\/typeorm\/platform\/PlatformTools\.js$/, (text) =>
    text.replaceAll('require(name)', "(name === 'pg' ? require('pg') : require(name))"),
  ),
];

/** Bundles the compiled service, unless nothing was compiled since the last time. */
export async function bundleService(): Promise<void> {
  if (changedAt(COMPILED) > Math.max(...madeOf().map(changedAt))) return;
  await build({
    entryPoints: [ENTRIES],
    outfile: BUNDLE,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    supported: { 'dynamic-import': false },
    keepNames: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
    external: LEFT_OUT,
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: OWN_URL },
    plugins: PLUGINS,
  });
  await promisify(execFile)(process.execPath, [...NODE_FLAGS, RUNNER, '--compile']);
}

/** Arguments of Node.js for a process that runs a bundled entry. */
export function bundled(entry: BundledEntry): string[] {
  return [...NODE_FLAGS, RUNNER, entry];
}

function madeOf(): string[] {
  const packages = readdirSync('packages').map((name) => path.join('packages', name));
  return [...MADE_BY, ...['.', ...packages].map((folder) => path.join(folder, 'dist/.tsbuildinfo'))];
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
