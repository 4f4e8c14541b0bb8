import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  AdObjectApi,
  isTransient,
  outcomeUnknown,
  retryAfterSeconds,
  TikTokApiError,
  toHttpError,
  type AdKind,
  type OperationStatus,
  type StatusResult,
} from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import type { Actor } from './actor.js';
import type { AdChange } from './ad-change.entity.js';
import { AdChanges } from './ad-changes.js';
import { withShortWaits } from './short-waits.js';

/** What became of one object. */
export interface StatusOutcome {
  id: string;
  /**
   * `unknown`: TikTok did not answer; the service checks it shortly. `not_sent`: the call was not made, or TikTok takes none at
   * the moment; nothing was changed.
   */
  result: 'done' | 'refused' | 'unknown' | 'not_sent';
  message?: string;
  /** When to try again. */
  retryAfterSeconds?: number;
  changeId?: string;
}

/** An object whose status changes. */
export type StatusObject = Pick<AdObject, 'id' | 'family' | 'level' | 'name' | 'operationStatus'>;

/** The answer to one call. */
export interface CallOutcome {
  /** One for each object, in their order. */
  outcomes: StatusOutcome[];
  /** Why the call as a whole failed. */
  error?: unknown;
}

/** What one call changes. */
export interface StatusCall {
  account: AdAccountRef;
  status: OperationStatus;
  actor: Actor;
}

const RETRY_AFTER_SECONDS = 5;

/** Changes the status of up to 20 objects of one kind by one call, and keeps the journal. Twice the same does no harm. */
@Injectable()
export class StatusChanges {
  private readonly logger = new Logger(StatusChanges.name);

  constructor(
    private readonly config: AppConfig,
    private readonly api: AdObjectApi,
    private readonly changes: AdChanges,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /** Never throws: what one call could not do must not hide what others did. */
  async send(call: StatusCall, objects: readonly StatusObject[]): Promise<CallOutcome> {
    const { account, status } = call;
    const ids = objects.map(({ id }) => id);
    const [first] = objects;
    if (!first) return { outcomes: [] };
    const kind: AdKind = { family: first.family, level: first.level };
    let changes: AdChange[];
    try {
      changes = await this.intend(call, kind, objects);
    } catch (error) {
      return { outcomes: ids.map((id) => notSent(id, error)), error };
    }
    try {
      const caller = callerOf(account, 'interactive');
      const { data, requestId } = await withShortWaits(() => this.api.setStatus(caller, kind, ids, status));
      // If a result cannot be stored, the change stays sent, and its settlement reads the object back.
      await this.reader.byIds(account, kind, ids).catch(() => undefined);
      const results = changes.map((change, index) => this.record(change, data[index], requestId));
      return { outcomes: await Promise.all(results) };
    } catch (error) {
      return {
        outcomes: await Promise.all(changes.map((change) => this.recordFailure(change, error))),
        error,
      };
    }
  }

  /** Reads the object back after a lost answer. */
  async settle(account: AdAccountRef, change: AdChange): Promise<void> {
    const { family, level, objectId } = change;
    const [row] = objectId ? await this.reader.byIds(account, { family, level }, [objectId]) : [];
    const done = row?.operation_status === change.body.operation_status;
    if (done && objectId) await this.changes.succeeded(change, { objectId, after: row, adopted: true });
    else
      await this.changes.failed(change, new Error('TikTok did not answer, and the status has not changed.'));
  }

  private intend(
    { account: { accountId }, status, actor }: StatusCall,
    kind: AdKind,
    objects: readonly StatusObject[],
  ): Promise<AdChange[]> {
    return this.changes.intendAll(
      objects.map(({ id, name, operationStatus }) => ({
        accountId,
        kind,
        action: 'status' as const,
        objectId: id,
        name,
        body: { operation_status: status },
        before: { operation_status: operationStatus },
        actor,
      })),
      this.settleAt(),
    );
  }

  private async record(
    change: AdChange,
    result: StatusResult | undefined,
    tiktokRequestId: string | undefined,
  ): Promise<StatusOutcome> {
    const id = change.objectId ?? '';
    if (result?.done) {
      await this.store(this.changes.succeeded(change, { objectId: id, tiktokRequestId, after: change.body }));
      return { id, result: 'done', changeId: change.id };
    }
    const message = result?.message ?? 'TikTok did not confirm the change for this id.';
    await this.store(this.changes.refused(change, message, tiktokRequestId));
    return { id, result: 'refused', message, changeId: change.id };
  }

  private async recordFailure(change: AdChange, error: unknown): Promise<StatusOutcome> {
    const [id, message] = [change.objectId ?? '', messageOf(error)];
    if (outcomeUnknown(error)) {
      await this.store(this.changes.unknown(change, message, this.settleAt()));
      return { id, result: 'unknown', message, changeId: change.id };
    }
    await this.store(this.changes.failed(change, error));
    if (isRefusal(error)) return { id, result: 'refused', message, changeId: change.id };
    return { ...notSent(id, error), changeId: change.id };
  }

  /** What TikTok did stands, even if it cannot be stored now. */
  private async store(written: Promise<void>): Promise<void> {
    await written.catch((error: unknown) =>
      this.logger.warn(`a change of status stays open, its outcome could not be stored: ${messageOf(error)}`),
    );
  }

  private settleAt(): Date {
    return this.clock.inSeconds(this.config.ads.settleSeconds);
  }
}

/** True if TikTok looked at the call and refuses it. */
function isRefusal(error: unknown): boolean {
  return error instanceof TikTokApiError && !isTransient(error);
}

function notSent(id: string, error: unknown): StatusOutcome {
  const isShort = isTransient(error);
  const why = messageOf(toHttpError(error));
  return {
    id,
    result: 'not_sent',
    message: isShort
      ? `TikTok takes no calls at the moment; nothing was changed. ${why}`
      : `Nothing was changed. ${why}`,
    ...(isShort && { retryAfterSeconds: retryAfterSeconds(error) ?? RETRY_AFTER_SECONDS }),
  };
}
