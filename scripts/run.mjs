// Runs one of the commands in this folder. It first compiles what has changed since the last build, so that
// `npm ci && npm start` needs no separate build step. Types are checked by `npm run build` and `npm run check:types`:
// checking them here would double the time until a fresh clone is ready.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAdmin } from './build-admin.mjs';
import { build } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SHOW_ADMIN = new Set(['start', 'screenshots']);
const ENTRIES = { sandbox: 'packages/tiktok-sandbox/dist/main.js' };
// Finding out that everything is up to date takes less.
const ANNOUNCE_AFTER_MS = 2_000;

const [name, ...args] = process.argv.slice(2);
const announcement = setTimeout(() => process.stderr.write('compiling…\n'), ANNOUNCE_AFTER_MS);
const [code] = await Promise.all([build('.', ['--noCheck']), SHOW_ADMIN.has(name) && buildAdmin()]);
clearTimeout(announcement);
if (code !== 0) {
  process.stderr.write('The build failed. Fix the errors above, then run the command again.\n');
  process.exit(1);
}
process.argv.splice(1, process.argv.length - 1, name, ...args);
process.chdir(root);
await import(path.join(root, ENTRIES[name] ?? `dist/scripts/${name}.js`));
