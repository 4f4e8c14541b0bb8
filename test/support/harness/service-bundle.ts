import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

// A process that loads 4,000 files computes for 3 s before it begins. A bundle of the same compiled code takes half of that,
// and the fault specs start hundreds of processes. `npm start` and the documented commands run unbundled.
const BUNDLE = path.resolve('test-results/service.mjs');
const ENTRIES = 'test/support/harness/bundled-entries.mjs';

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
const COMMONJS_NAMES = `
  import { createRequire as requireOf } from 'node:module';
  const require = requireOf(import.meta.url), { filename: __filename, dirname: __dirname } = import.meta;`;

/** Bundles the compiled service, unless nothing was compiled since the last time. */
export async function bundleService(): Promise<void> {
  if (changedAt(BUNDLE) > Math.max(...madeOf().map(changedAt))) return;
  await build({
    entryPoints: [ENTRIES],
    outfile: BUNDLE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    keepNames: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
    external: LEFT_OUT,
    banner: { js: COMMONJS_NAMES },
  });
}

/** Arguments of Node.js for a process that runs a bundled entry. */
export function bundled(entry: BundledEntry): string[] {
  return [BUNDLE, entry];
}

function madeOf(): string[] {
  const packages = readdirSync('packages').map((name) => path.join('packages', name));
  return [ENTRIES, ...['.', ...packages].map((folder) => path.join(folder, 'dist/.tsbuildinfo'))];
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
