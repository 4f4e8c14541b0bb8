import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildAdmin } from '../../../scripts/build-admin.mjs';
import { buildService } from '../harness/build-service.js';
import { until } from '../harness/until.js';

const ROOT = path.resolve('.');
const LEFT_OUT = new Set(['node_modules', 'dist', '.data', '.git', 'test-results', '.env']);

/** The project as a newcomer clones it: what is committed, with the packages of this folder. */
export class FreshClone {
  private readonly running: ChildProcess[] = [];

  private constructor(private readonly base: string) {}

  /** @param isBuilt false for commands that run the sources */
  static async make({ isBuilt = true } = {}): Promise<FreshClone> {
    const clone = new FreshClone(await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector-clone-'))));
    if (existsSync(path.join(ROOT, '.git')))
      execFileSync('git', ['clone', '--quiet', '--shared', ROOT, clone.folder]);
    else
      await cp(ROOT, clone.folder, {
        recursive: true,
        filter: (file) => !LEFT_OUT.has(path.relative(ROOT, file)) && path.basename(file) !== 'dist',
      });
    await linkPackages(clone.folder);
    await (isBuilt ? clone.takeOverBuild() : clone.takeOverAdmin());
    await clone.makeCurlStrict();
    return clone;
  }

  get folder(): string {
    return path.join(this.base, 'app');
  }

  /** A copy that is built already, for settings of its own. */
  async copy(): Promise<string> {
    const target = path.join(this.base, 'copy');
    const filter = (file: string) => !['.data', 'node_modules'].includes(path.relative(this.folder, file));
    await cp(this.folder, target, { recursive: true, filter });
    await linkPackages(target);
    return target;
  }

  env(more: Record<string, string>): NodeJS.ProcessEnv {
    const { PATH, HOME, TMPDIR } = process.env;
    return {
      PATH: `${path.join(this.base, 'bin')}:${PATH}`,
      HOME,
      ...(TMPDIR && { TMPDIR }),
      npm_config_update_notifier: 'false',
      ...more,
    };
  }

  /** Leaves a command running until the end. @returns when the address answers. @throws Error with what it printed */
  async leaveRunning(command: string, cwd: string, env: NodeJS.ProcessEnv, url: string): Promise<void> {
    const child = spawn('bash', ['-c', command], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.running.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => (text += part.toString()));
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`${command}\nended and printed:\n${text}`);
      return await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
    }, 120_000);
  }

  async remove(): Promise<void> {
    for (const { pid, exitCode } of this.running)
      if (pid !== undefined && exitCode === null) process.kill(-pid);
    await until(() =>
      this.running.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null),
    );
    await rm(this.base, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }

  /** Compiling takes longer than all commands together. */
  private async takeOverBuild(): Promise<void> {
    await Promise.all([buildService(), buildAdmin()]);
    const packages = (await readdir(path.join(ROOT, 'packages'))).map((name) => `packages/${name}`);
    await this.takeOver('.', ...packages);
  }

  /** Commands that run the sources of the service still serve a built admin UI. */
  private async takeOverAdmin(): Promise<void> {
    await buildAdmin();
    await this.takeOver('packages/admin');
  }

  private async takeOver(...folders: string[]): Promise<void> {
    for (const built of folders.map((folder) => path.join(folder, 'dist')))
      await cp(path.join(ROOT, built), path.join(this.folder, built), { recursive: true });
  }

  /** A shell notices a refusal of the API only when curl fails for it. */
  private async makeCurlStrict(): Promise<void> {
    const real = execFileSync('bash', ['-c', 'type -P curl'], { encoding: 'utf8' }).trim();
    const shim = path.join(this.base, 'bin', 'curl');
    await mkdir(path.dirname(shim));
    await writeFile(shim, `#!/bin/sh\nexec ${real} --fail-with-body "$@"\n`);
    await chmod(shim, 0o755);
  }
}

/** Links every installed package as it is; the workspaces are linked to the folder's own sources. */
async function linkPackages(folder: string): Promise<void> {
  const from = path.join(ROOT, 'node_modules');
  const to = path.join(folder, 'node_modules');
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const isWorkspace = entry.isSymbolicLink();
    const target = isWorkspace ? await readlink(path.join(from, entry.name)) : path.join(from, entry.name);
    await symlink(target, path.join(to, entry.name));
  }
}
