import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { RunAs } from './run-as.js';

export interface Command {
  file: string;
  args: string[];
  options: { uid?: number; gid?: number };
}

export function commandFor(runAs: RunAs, file: string, args: readonly string[]): Command {
  switch (runAs.kind) {
    case 'direct':
      return { file, args: [...args], options: {} };
    case 'unshare':
      // unshare replaces itself by the program: same pid, so signals reach Postgres.
      return { file: 'unshare', args: ['-U', file, ...args], options: {} };
    case 'switch-user':
      return { file, args: [...args], options: { uid: runAs.user.uid, gid: runAs.user.gid } };
  }
}

/** Only what a program needs to be found and to speak English: our secrets and any PG* variables stay out. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].map((name) => [name, process.env[name]]);
  return { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), LC_ALL: 'C', TZ: 'UTC' };
}

/** cwd is the root folder because the one we stand in may be closed to the other user. */
export function launch(
  runAs: RunAs,
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const command = commandFor(runAs, file, args);
  const surroundings = { cwd: '/', env: cleanEnvironment(), windowsHide: true };
  return spawn(command.file, command.args, { ...surroundings, ...options, ...command.options });
}
