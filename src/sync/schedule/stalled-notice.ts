import { accountName } from '../../integrations/index.js';
import type { NewNotification } from '../../notifications/index.js';
import type { SyncKind } from '../runs/sync-kinds.js';

interface Account {
  id: string;
  displayName: string | null;
  username: string | null;
}

/** What does not arrive. */
export interface Stalled {
  account: Account;
  kind: SyncKind;
  failingSince: Date;
  /** Null: never. */
  succeededAt: Date | null;
  /** Why the latest run failed, and what to do. */
  reason: string;
}

const WHAT: Record<SyncKind, string> = {
  profile: 'profile figures',
  videos: 'video figures',
  messages: 'direct messages',
  ads: 'ad figures',
};

/** Reports that the figures of an account have not been updated for a long time. */
export function stalledNotice({
  account,
  kind,
  failingSince,
  succeededAt,
  reason,
}: Stalled): NewNotification {
  const latest = succeededAt
    ? `You see figures from ${succeededAt.toISOString()}.`
    : 'None have been stored yet.';
  return {
    kind: 'sync_stalled',
    severity: 'warning',
    title: `${accountName(account)}: ${WHAT[kind]} are not updated`,
    detail:
      `Syncs of the ${WHAT[kind]} have failed since ${failingSince.toISOString()}. ${reason} ${latest} The service retries ` +
      'automatically, at least every 6 h. To retry now, start a sync.',
    subject: { type: 'integration', id: account.id },
    actionUrl: 'POST /api/sync/trigger',
    dedupeKey: stalledKey(account.id, kind) + failingSince.toISOString(),
  };
}

/** The title of the all-clear. */
export function updatedAgain(account: Account, kind: SyncKind): string {
  return `${accountName(account)}: ${WHAT[kind]} are updated again`;
}

/** The title when syncs fail no longer, because the account does not allow them. */
export function notAllowed(account: Account, kind: SyncKind): string {
  return `${accountName(account)}: ${WHAT[kind]} cannot be read`;
}

/** Returns the beginning of the dedupe keys of a schedule. */
export function stalledKey(integrationId: string, kind: SyncKind): string {
  return `sync_stalled:${integrationId}:${kind}:`;
}
