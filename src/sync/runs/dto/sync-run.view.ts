import type { SyncKind } from '../sync-kinds.js';
import type { SyncRun, SyncStatus, SyncTrigger } from '../sync-run.entity.js';

export class SyncWarningView {
  /** What is missing, e.g. `insights` or the id of an ad account. */
  part: string;

  code: string;

  /** Why, and what to do, as text to show to the user. */
  message: string;
}

export class SyncRunView {
  /** @format uuid */
  id: string;

  /** @format uuid */
  integrationId: string;

  /** What the run fetches. */
  syncType: SyncKind;

  /** `cron`: the schedule started it. `manual`: POST /api/sync/trigger or a reconnect did. `webhook`: news from TikTok did. */
  trigger: SyncTrigger;

  /**
   * The progress of the run. `incomplete`: TikTok cut its list short. The service stored what TikTok listed, and the next
   * sync tries again. `cancelled`: a user cancelled it, or the account does not allow this kind; then `failReason` says what
   * to do.
   */
  status: SyncStatus;

  /**
   * How many items the run has stored. It grows during the run.
   * @asType integer
   */
  items: number;

  /**
   * How many items the run left out because TikTok's data about them could not be stored.
   * @asType integer
   */
  skipped: number;

  /**
   * How many items the run will store in all; null while this is unknown.
   * @asType integer
   */
  total: number | null;

  /** Parts that TikTok has refused, while the rest was stored. */
  warnings: SyncWarningView[];

  /** TikTok's ids of the run's latest calls, up to 20, from old to new. TikTok's support asks for them. */
  requestIds: string[];

  failCode: string | null;

  /** Why the run has not fetched everything and what to do, as text to show to the user. */
  failReason: string | null;

  createdAt: Date;

  startedAt: Date | null;

  finishedAt: Date | null;

  /** Seconds from the start of the run to its end; null until it ends. */
  durationSeconds: number | null;

  /** When the next run of this account and kind is due. Null: none is planned. */
  nextDueAt: Date | null;
}

export function toRunView(row: SyncRun, nextDueAt: Date | null): SyncRunView {
  const { id, integrationId, kind, trigger, status, items, skipped, total, warnings, requestIds } = row;
  const { failCode, failReason, createdAt, startedAt, finishedAt } = row;
  return {
    id,
    integrationId,
    syncType: kind,
    trigger,
    status,
    items,
    skipped,
    total,
    warnings,
    requestIds,
    failCode,
    failReason,
    createdAt,
    startedAt,
    finishedAt,
    durationSeconds: startedAt && finishedAt && (finishedAt.getTime() - startedAt.getTime()) / 1000,
    nextDueAt,
  };
}
