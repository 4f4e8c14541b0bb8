import {
  reasonOf,
  type KeyNotEverywhereError,
  type RowOwner,
  type SkippedRow,
} from '../src/integrations/index.js';
import type { OlderSession } from '../src/database/index.js';
import { STALE_SECONDS, type LiveProcess } from '../src/runtime/index.js';

// More of them tell no more.
const SHOWN = 5;

/** Why nothing is rotated yet, and what to do. */
export function lackingText({ keyId, processes }: KeyNotEverywhereError): string {
  const lines = processes.map(
    (one) =>
      `  - ${nameOf(one)} has ${one.keyIds.map((id) => `"${id}"`).join(', ')}, seen ${one.seenSecondsAgo} s ago`,
  );
  return [
    `The keys were not rotated: these running processes lack the key "${keyId}" and could read no token afterwards.`,
    ...lines,
    `Add "${keyId}" to TOKEN_ENCRYPTION_KEYS of each, restart it, and run this again. With --wait this command waits for ` +
      `that. A process that was killed is forgotten after ${STALE_SECONDS} s.`,
  ].join('\n');
}

/** What the command can see of processes, and what it cannot. */
export function unannouncedText(
  running: readonly LiveProcess[],
  unannounced: readonly OlderSession[],
  newest: string,
): string {
  const seen =
    running.length === 0
      ? `No process of the service runs now. Start it with the key "${newest}" only.`
      : `These processes run and have the key "${newest}": ${running.map(nameOf).join(', ')}.`;
  if (unannounced.length === 0) return seen;
  const shown = unannounced.slice(0, SHOWN).map(sessionName);
  const more = unannounced.length > SHOWN ? ` and ${unannounced.length - SHOWN} more` : '';
  return (
    `${seen}\nWarning: ${unannounced.length} database connections may belong to processes of an older version, which do ` +
    `not announce themselves: ${shown.join(', ')}${more}. Such a process fails after the rotation unless it has the key ` +
    `"${newest}" too. Stop it, or restart it with this version.`
  );
}

export function skippedText({ table, id, error }: SkippedRow, owners: readonly RowOwner[]): string {
  const what = table === 'credentials' ? 'credential' : 'the upload of publication';
  const accounts = owners.map(
    ({ organisationId, integrationId, username }) =>
      `${username === null ? 'account' : `@${username}`} of organisation ${organisationId}, integration ${integrationId}`,
  );
  return `Skipped ${what} ${id} (${accounts.join('; ') || 'no account uses it'}): ${reasonOf(error)}.`;
}

export function summary(figures: { newest: string; rotated: number; skipped: number; left: number }): string {
  const { newest, rotated, skipped, left } = figures;
  const lines = [`Done: ${rotated} stored values were encrypted again, with the key "${newest}".`];
  if (skipped > 0)
    lines.push(
      `${skipped} cannot be read and were skipped. Put their keys back and run this again, or connect these accounts again.`,
    );
  if (left > 0)
    lines.push(
      `${left} were written with an older key meanwhile: a process still has another key first. Put "${newest}" first ` +
        'there, restart it, and run this again.',
    );
  if (skipped === 0 && left === 0)
    lines.push('Keep the older keys until npm run doctor says that they are no longer needed.');
  return lines.join('\n');
}

function sessionName({ pid, login, name }: OlderSession): string {
  return `pid ${pid} of "${login}" ${name === '' ? 'without a name' : `named "${name}"`}`;
}

function nameOf({ role, host, pid, version }: LiveProcess): string {
  return `${role} on ${host} (process ${pid}, version ${version})`;
}
