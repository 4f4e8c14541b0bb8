// Builds the admin UI into packages/admin/dist, if its sources have changed since the last build.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const admin = path.join(root, 'packages/admin');
const dist = path.join(admin, 'dist');
const STAMP = path.join(dist, '.built-from');
const SOURCES = ['packages/admin/src', 'packages/admin/public', 'packages/client/src'];
const FILES = ['packages/admin/index.html', 'packages/admin/vite.config.mjs', 'package-lock.json'];
// Below this, a browser gains nothing.
const WORTH_COMPRESSING_BYTES = 1_024;
// The workers of the tests build at the same time, and would empty each other's folder.
const LOCK = path.join(root, 'node_modules/.cache/admin-build.lock');
const STALE_AFTER_MS = 120_000;
const LOOK_MS = 300;

/** Builds the admin UI unless it is up to date. */
export async function buildAdmin() {
  const sources = fingerprint();
  if (isBuiltFrom(sources)) return;
  await takeLock();
  try {
    if (isBuiltFrom(sources)) return;
    await runVite();
    await compress();
    writeFileSync(STAMP, sources);
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function isBuiltFrom(sources) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
}

async function takeLock() {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  while (!isTaken()) await setTimeout(LOOK_MS);
}

/** @returns false while another process builds. A process that was killed leaves its lock. */
function isTaken() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > STALE_AFTER_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

async function runVite() {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  // In a process of its own, with a NODE_ENV of its own: the one of tests would take in React's development code.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', admin, '--logLevel', 'warn'], {
    cwd: root,
    env,
  });
}

/** A hash of everything that the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  const found = SOURCES.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  for (const file of [...found.toSorted(), ...FILES.map((name) => path.join(root, name))])
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Puts a .br and a .gz beside each file, which the service then sends as they are. */
async function compress() {
  const names = readdirSync(dist, { recursive: true }).filter((name) => /\.(js|css|html|svg)$/.test(name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await Promise.all(
    names.map(async (name) => {
      const content = readFileSync(path.join(dist, name));
      if (content.length < WORTH_COMPRESSING_BYTES) return;
      writeFileSync(path.join(dist, `${name}.gz`), await promisify(gzip)(content));
      writeFileSync(path.join(dist, `${name}.br`), await promisify(brotliCompress)(content, quality));
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAdmin();
