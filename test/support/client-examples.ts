import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const README = 'packages/client/README.md';
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
    skipLibCheck: true,
  },
  include: ['*.ts'],
};

/** The examples of the client's README, as files of a project that has installed the client. */
export class ClientExamples {
  private constructor(
    private readonly folder: string,
    readonly names: string[],
  ) {}

  /** Inside the project, where the examples find the client. */
  static async copy(): Promise<ClientExamples> {
    const folder = path.resolve('test-results', 'client-examples');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const blocks = [...(await readFile(README, 'utf8')).matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm)];
    for (const [, name = '', code = ''] of blocks) await writeFile(path.join(folder, name), code);
    await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    return new ClientExamples(
      folder,
      blocks.map(([, name = '']) => name),
    );
  }

  /** @throws Error with the compiler's output if an example does not compile */
  async compile(): Promise<void> {
    const tsc = path.resolve('node_modules/typescript/bin/tsc');
    await run(process.execPath, [tsc], { cwd: this.folder }).catch((error: { stdout: string }) => {
      throw new Error(error.stdout);
    });
  }

  /** Runs one of them. @returns what it prints */
  async run(name: string, environment: Record<string, string>): Promise<string> {
    const file = name.replace(/\.ts$/, '.js');
    const { stdout } = await run(process.execPath, [file], { cwd: this.folder, env: environment });
    return stdout;
  }
}
