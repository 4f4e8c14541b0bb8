// Runs one of the commands in this folder, compiling first when a source is newer than the last build,
// so that `npm ci && npm start` needs no separate build step.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist', '.built');
const sources = ['src', 'packages', 'scripts', 'bench', 'ormconfig.ts', 'package-lock.json', 'tsconfig.json'];

function newest(file) {
  if (!existsSync(file)) return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

function buildIfStale() {
  const startedAt = Date.now();
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : -1;
  if (built >= Math.max(...sources.map((name) => newest(path.join(root, name))))) return;
  process.stderr.write('compiling…\n');
  const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const build = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (build.status !== 0) {
    process.stderr.write('the build failed; the lines above say where\n');
    process.exit(1);
  }
  // The stamp carries the time at which the build began: an edit made meanwhile is compiled next time.
  writeFileSync(stamp, '');
  const began = new Date(startedAt);
  import('node:fs').then(({ utimesSync }) => utimesSync(stamp, began, began));
}

const [name, ...args] = process.argv.slice(2);
buildIfStale();
process.argv.splice(1, process.argv.length - 1, name, ...args);
process.chdir(root);
const entry = name === 'sandbox' ? 'packages/tiktok-sandbox/src/main.js' : `scripts/${name}.js`;
await import(path.join(root, 'dist', entry));
