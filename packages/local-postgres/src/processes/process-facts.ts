import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errnoOf } from '../system-error.js';

/** Distinguishes a process from a later one with the same pid; undefined where the system does not report it. */
export interface ProcessFacts {
  startedAt?: string;
  /** Empty for the system's own processes. */
  commandLine?: string;
}

/** Undefined if there is no such process, or only a zombie. */
export async function factsOf(pid: number): Promise<ProcessFacts | undefined> {
  if (!exists(pid)) return undefined;
  if (process.platform === 'linux') return factsFromProc(pid);
  return factsFromPs(pid);
}

function exists(pid: number): boolean {
  try {
    // Pids of 0 and below would address whole groups.
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

async function factsFromProc(pid: number): Promise<ProcessFacts | undefined> {
  const { state, startTicks } = parseProcStat((await readProc(`${pid}/stat`)) ?? '');
  if (state === 'Z' || state === 'X') return undefined;
  // Ticks count from the boot, so the boot belongs to them.
  const boot = (await readProc('sys/kernel/random/boot_id'))?.trim();
  const commandLine = (await readProc(`${pid}/cmdline`))?.replaceAll('\0', ' ').trim();
  return { startedAt: startTicks && `${boot} ${startTicks}`, commandLine };
}

async function readProc(file: string): Promise<string | undefined> {
  return readFile(`/proc/${file}`, 'utf8').catch(() => undefined);
}

/** proc_pid_stat(5): the name in parentheses may itself hold spaces and parentheses; fields 3 and 22 follow it. */
export function parseProcStat(stat: string): { state?: string; startTicks?: string } {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], startTicks: fields[19] };
}

async function factsFromPs(pid: number): Promise<ProcessFacts | undefined> {
  if ((await psColumn(pid, 'stat'))?.startsWith('Z')) return undefined;
  return { startedAt: await psColumn(pid, 'lstart'), commandLine: await psColumn(pid, 'args') };
}

async function psColumn(pid: number, column: string): Promise<string | undefined> {
  const env = { ...process.env, LC_ALL: 'C' };
  const ps = promisify(execFile)('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { env });
  return ps.then(({ stdout }) => stdout.trim()).catch(() => undefined);
}
