import { runProgram } from './run-program.js';
import type { RunAs } from './run-as.js';

// Asked of real processes: file modes, ACLs, namespaces and mount options all count.

/** What keeps a process run this way from entering the folder, or undefined. */
export async function obstacleToEnter(runAs: RunAs, folder: string): Promise<string | undefined> {
  const { ok, output } = await runProgram(runAs, '/bin/sh', ['-c', '[ -x "$1" ]', 'sh', folder]);
  return ok ? undefined : output || `cannot enter ${folder}`;
}

/** What keeps the program from being run this way, or undefined. */
export async function obstacleToRun(runAs: RunAs, program: string): Promise<string | undefined> {
  const { ok, output } = await runProgram(runAs, program, ['--version']);
  return ok ? undefined : output || `cannot run ${program}`;
}
