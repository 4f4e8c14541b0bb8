import { launch } from './launch.js';
import type { RunAs } from './run-as.js';

export interface ProgramResult {
  ok: boolean;
  /** stdout and stderr together, in the order they came. */
  output: string;
}

/** Runs a program to its end. A program that cannot be started is a failed one; its output says why. */
export async function runProgram(
  runAs: RunAs,
  file: string,
  args: readonly string[],
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = launch(runAs, file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    }
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}
