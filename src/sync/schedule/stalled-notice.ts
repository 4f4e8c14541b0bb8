import { accountName } from '../../integrations/index.js';
import type { NewNotification } from '../../notifications/index.js';
import type { SyncKind } from '../runs/sync-kinds.js';

interface Account {
  id: string;
  displayName: string | null;
  username: string | null;
}

/** Why figures do not arrive: runs fail, or one gets nowhere. */
export type StalledReason =
  /** Why the latest run failed, and what to do. */
  { isWaiting: false; reason: string } | { isWaiting: true };

/** What does not arrive. */
export type Stalled = StalledReason & {
  account: Account;
  kind: SyncKind;
  failingSince: Date;
  /** Null: never. */
  succeededAt: Date | null;
};

const WHAT: Record<SyncKind, string> = {
  profile: 'profile figures',
  videos: 'video figures',
  comments: 'comments',
  messages: 'direct messages',
  ads: 'ad figures',
  ad_comments: 'comments on ads',
};

/** Reports that the figures of an account have not been updated for a long time. */
export function stalledNotice(stalled: Stalled): NewNotification {
  const { account, kind, failingSince, succeededAt } = stalled;
  const since = failingSince.toISOString();
  const cause = stalled.isWaiting
    ? `A sync of the ${WHAT[kind]} has waited for TikTok or a rate limit since ${since}.`
    : `Syncs of the ${WHAT[kind]} have failed since ${since}. ${stalled.reason}`;
  const next = stalled.isWaiting
    ? 'It continues automatically. To start over, cancel the run and start a sync.'
    : 'The service retries automatically, at least every 6 h. To retry now, start a sync.';
  const latest = succeededAt
    ? `You see figures from ${succeededAt.toISOString()}.`
    : 'None have been stored yet.';
  return {
    kind: 'sync_stalled',
    severity: 'warning',
    title: `${accountName(account)}: ${WHAT[kind]} are not updated`,
    detail: `${cause} ${latest} ${next}`,
    subject: { type: 'integration', id: account.id },
    actionUrl: 'POST /api/sync/trigger',
    dedupeKey: stalledKey(account.id, kind) + since,
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

/** The title when the account has expired, so that its syncs rest. */
export function waitsForReconnect(account: Account): string {
  return `${accountName(account)}: syncs wait for a reconnect`;
}

export const RECONNECT_DETAIL =
  'The access to the account has expired, so its syncs rest. Reconnect the account; the notice about the expiry has the link.';

/** Returns the beginning of the dedupe keys of a schedule. */
export function stalledKey(integrationId: string, kind: SyncKind): string {
  return `sync_stalled:${integrationId}:${kind}:`;
}
