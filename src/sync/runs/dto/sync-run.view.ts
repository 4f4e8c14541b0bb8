import type { SyncKind } from '../sync-kinds.js';
import type { SyncRun, SyncStatus, SyncTrigger } from '../sync-run.entity.js';

export class SyncRunView {
  /** @format uuid */
  id: string;

  /** @format uuid */
  integrationId: string;

  /** What the run fetches. */
  syncType: SyncKind;

  /** `cron`: the schedule started it. `manual`: POST /api/sync/trigger started it. */
  trigger: SyncTrigger;

  /**
   * The progress of the run. `incomplete`: TikTok cut its list short. The service stored what TikTok listed, and the next
   * sync tries again.
   */
  status: SyncStatus;

  /** How many items the run has stored. It grows during the run. */
  items: number;

  /**
   * How many items the run left out because TikTok's data about them could not be stored.
   * @asType integer
   */
  skipped: number;

  failCode: string | null;

  /** Why the run failed and what to do, as text to show to the user. */
  failReason: string | null;

  createdAt: Date;

  startedAt: Date | null;

  finishedAt: Date | null;
}

export function toRunView(row: SyncRun): SyncRunView {
  const { id, integrationId, kind, trigger, status, items, skipped, failCode, failReason } = row;
  const { createdAt, startedAt, finishedAt } = row;
  return {
    id,
    integrationId,
    syncType: kind,
    trigger,
    status,
    items,
    skipped,
    failCode,
    failReason,
    createdAt,
    startedAt,
    finishedAt,
  };
}
