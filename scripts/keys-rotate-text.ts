import {
  reasonOf,
  type KeyNotEverywhereError,
  type RowOwner,
  type SkippedRow,
} from '../src/integrations/index.js';
import { STALE_SECONDS, type LiveProcess } from '../src/runtime/index.js';

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
  unannounced: number,
  newest: string,
): string {
  const seen =
    running.length === 0
      ? `No process of the service runs now. Start it with the key "${newest}" only.`
      : `These processes run and have the key "${newest}": ${running.map(nameOf).join(', ')}.`;
  if (unannounced === 0) return seen;
  return (
    `${seen}\nWarning: ${unannounced} database connections of this login belong to no process that announces itself. A ` +
    `process of an older version does not, and fails after the rotation unless it has the key "${newest}" too.`
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

function nameOf({ role, host, pid, version }: LiveProcess): string {
  return `${role} on ${host} (process ${pid}, version ${version})`;
}
