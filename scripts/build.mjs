// Compiles what has changed (`tsc -b` decides) and deletes what is left of sources that are gone.
// `npm run build`, which also builds the admin UI; `node scripts/build.mjs packages/tiktok-sandbox` for one workspace.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAdmin } from './build-admin.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Builds one project and the projects that it references.
 * @param project folder with a tsconfig.build.json, relative to the repository
 * @param flags for tsc
 * @returns the exit code of tsc
 */
export async function build(project, flags = []) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const config = path.join(root, project, 'tsconfig.build.json');
  const child = spawn(process.execPath, [tsc, '-b', ...flags, config], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  const [code] = await once(child, 'exit');
  if (project === '.') for (const name of compiledPackages()) prune(`packages/${name}`, 'src');
  prune(project, project === '.' ? '.' : 'src');
  return code ?? 1;
}

/** Packages that tsc compiles, each file to one of the same name. */
function compiledPackages() {
  return readdirSync(path.join(root, 'packages')).filter((name) =>
    existsSync(path.join(root, 'packages', name, 'tsconfig.build.json')),
  );
}

/** Deletes outputs without a source: bench names, for example, come from the files that are there. */
function prune(project, sources) {
  const outputs = path.join(root, project, 'dist');
  if (!existsSync(outputs)) return;
  for (const entry of readdirSync(outputs, { recursive: true, withFileTypes: true })) {
    if (!/\.(js|js\.map|d\.ts)$/.test(entry.name)) continue;
    const output = path.join(entry.parentPath, entry.name);
    const source = path.relative(outputs, output).replace(/\.(js|js\.map|d\.ts)$/, '.ts');
    if (!existsSync(path.join(root, project, sources, source))) rmSync(output);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [project = '.'] = process.argv.slice(2);
  const [code] = await Promise.all([build(project), project === '.' && buildAdmin()]);
  process.exit(code);
}
