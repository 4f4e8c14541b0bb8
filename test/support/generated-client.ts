import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const bin = (file: string) => path.resolve('node_modules', file);
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
    skipLibCheck: true,
  },
  files: ['walk.ts'],
};

/** A client that `openapi-typescript` generates with its default flags, and a script that uses it. */
export class GeneratedClient {
  private constructor(private readonly folder: string) {}

  /** Inside the project, where the script finds its packages. */
  static async from(document: unknown): Promise<GeneratedClient> {
    const folder = path.resolve('test-results', 'generated-client');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    await writeFile(path.join(folder, 'openapi.json'), JSON.stringify(document));
    const generator = bin('openapi-typescript/bin/cli.js');
    await run(process.execPath, [generator, 'openapi.json', '-o', 'api.ts'], { cwd: folder });
    await copyFile('test/fixtures/generated-client/walk.ts', path.join(folder, 'walk.ts'));
    return new GeneratedClient(folder);
  }

  /** @throws Error with the compiler's output when the script does not compile */
  async compile(): Promise<void> {
    await run(process.execPath, [bin('typescript/bin/tsc')], { cwd: this.folder }).catch(
      (error: { stdout: string }) => {
        throw new Error(error.stdout);
      },
    );
  }

  /** @returns what the script prints */
  async walk(...args: string[]): Promise<unknown> {
    const { stdout } = await run(process.execPath, ['walk.js', ...args], { cwd: this.folder });
    return JSON.parse(stdout) as unknown;
  }
}
