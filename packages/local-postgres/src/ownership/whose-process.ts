import { stat } from 'node:fs/promises';
import { factsOf } from '../processes/process-facts.js';

export type Whose = 'none' | 'unrelated' | 'server-of-folder' | 'unknown';

/** Determines whether a pid is a Postgres on our folder, or was reused for another process. */
export async function whoseProcess(pid: number, dataDir: string): Promise<Whose> {
  const facts = await factsOf(pid);
  if (facts === undefined) return 'none';
  if (facts.commandLine === undefined) return 'unknown';
  if (namesServerOf(facts.commandLine, dataDir)) return 'server-of-folder';
  const isPostgres = facts.commandLine.includes('postgres');
  return isPostgres && (await worksIn(pid, dataDir)) ? 'server-of-folder' : 'unrelated';
}

/** Both we and pg_ctl start it like this. */
export function namesServerOf(commandLine: string, dataDir: string): boolean {
  return [`postgres -D ${dataDir}`, `postgres.exe -D ${dataDir}`].some(
    (start) => commandLine.endsWith(start) || commandLine.includes(`${start} `),
  );
}

/** Postgres works in its data folder, so this finds it even when the folder was renamed under it. Linux only. */
async function worksIn(pid: number, dataDir: string): Promise<boolean> {
  const [cwd, folder] = await Promise.all(
    [stat(`/proc/${pid}/cwd`), stat(dataDir)].map((s) => s.catch(() => undefined)),
  );
  return cwd !== undefined && folder !== undefined && cwd.ino === folder.ino && cwd.dev === folder.dev;
}
