import type { SyncKind } from '../../runs/sync-kinds.js';
import type { SyncStatus } from '../../runs/sync-run.entity.js';
import type { ScheduleState } from '../schedule-list.sql.js';

export class ScheduleProblemView {
  code: string;

  /** Why the account does not allow this kind, and the fix, as text to show to the user. */
  message: string;
}

export class LatestRunView {
  /** @format uuid */
  id: string;

  /** The progress of the run, as in `GET /api/sync/runs`. */
  status: SyncStatus;

  createdAt: Date;

  finishedAt: Date | null;

  failCode: string | null;

  /** Why the run has not fetched everything and what to do, as text to show to the user. */
  failReason: string | null;
}

export class ScheduleView {
  /** @format uuid */
  integrationId: string;

  /** What the syncs fetch. */
  syncType: SyncKind;

  /**
   * `running`: a run is queued or running. `not_allowed`: the account does not allow this kind; `problem` says what to do.
   * `failing`: the latest runs have failed, and the service retries. `due`: a run starts soon. `planned`: it starts at
   * `nextDueAt`. `resting`: the account is not active.
   */
  state: ScheduleState;

  /** When the next run is due. Null: none is planned. */
  nextDueAt: Date | null;

  /** When a run last stored what TikTok had sent. */
  succeededAt: Date | null;

  /** When the first of the present failures happened, or since when a run has waited for too long. */
  failingSince: Date | null;

  /**
   * Failures since the last success.
   * @asType integer
   */
  failures: number;

  /** Why the account is not synced, and the fix. Null while nothing stands against it. */
  problem: ScheduleProblemView | null;

  /** The latest run. Null: there is none, or it is no longer kept. */
  latestRun: LatestRunView | null;
}
