import { execFileSync } from 'node:child_process';

export function isAlive(pid: number): boolean {
  return runningProcesses().some((process) => process.pid === pid);
}

export function descendantsOf(pid: number): number[] {
  const all = runningProcesses();
  const found = [pid];
  // The list grows while it is walked: children of children follow their parents.
  for (const parent of found) for (const one of all) if (one.parent === parent) found.push(one.pid);
  return found.slice(1);
}

/** Leaves out zombies. */
function runningProcesses(): { pid: number; parent: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}
