import type { Whose } from './whose-process.js';

export type LeftoverAction = 'remove-pid-file' | 'stop-server' | 'refuse' | 'leave-to-postgres';

/** The first line of postmaster.pid; negative while a single-user Postgres runs. 0: the file says nothing. */
export function parsePostmasterPid(text: string): number {
  return Math.abs(Number.parseInt(text, 10)) || 0;
}

export function leftoverAction(whose: Whose, previousOwnerDied: boolean): LeftoverAction {
  switch (whose) {
    case 'none':
    case 'unrelated':
      return 'remove-pid-file';
    case 'server-of-folder':
      // Without a dead owner it was started manually, so it must keep running.
      return previousOwnerDied ? 'stop-server' : 'refuse';
    case 'unknown':
      return 'leave-to-postgres';
  }
}
