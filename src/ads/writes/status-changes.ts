import { Injectable } from '@nestjs/common';
import { BusyError, Clock, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  AdObjectApi,
  isTransient,
  MAX_STATUS_IDS,
  outcomeUnknown,
  type AdKind,
  type OperationStatus,
  type StatusResult,
  type Written,
} from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import type { Actor } from './actor.js';
import type { AdChange } from './ad-change.entity.js';
import { AdChanges } from './ad-changes.js';
import { withShortWaits } from './short-waits.js';

/** What became of one object. `unknown`: TikTok did not answer; the service checks it shortly. */
export interface StatusOutcome {
  id: string;
  result: 'done' | 'refused' | 'unknown';
  message?: string;
  changeId?: string;
}

/** Enables, pauses and deletes objects, in batches of 20 ids. Setting a status twice does no harm. */
@Injectable()
export class StatusChanges {
  constructor(
    private readonly config: AppConfig,
    private readonly api: AdObjectApi,
    private readonly changes: AdChanges,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /** @param objects of one kind. @returns one outcome per object */
  async set(
    account: AdAccountRef,
    kind: AdKind,
    objects: readonly Pick<AdObject, 'id' | 'name' | 'operationStatus'>[],
    status: OperationStatus,
    actor: Actor,
  ): Promise<StatusOutcome[]> {
    const outcomes: StatusOutcome[] = [];
    for (let at = 0; at < objects.length; at += MAX_STATUS_IDS) {
      const batch = objects.slice(at, at + MAX_STATUS_IDS);
      outcomes.push(...(await this.setBatch(account, kind, batch, status, actor)));
    }
    return outcomes;
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

  private async setBatch(
    account: AdAccountRef,
    kind: AdKind,
    objects: readonly Pick<AdObject, 'id' | 'name' | 'operationStatus'>[],
    status: OperationStatus,
    actor: Actor,
  ): Promise<StatusOutcome[]> {
    const ids = objects.map(({ id }) => id);
    const changes = await this.changes.intendAll(
      objects.map(({ id, name, operationStatus }) => ({
        accountId: account.accountId,
        kind,
        action: 'status' as const,
        objectId: id,
        name,
        body: { operation_status: status },
        before: { operation_status: operationStatus },
        actor,
      })),
      this.clock.inSeconds(this.config.ads.settleSeconds),
    );
    const caller = callerOf(account, 'interactive');
    let answer: Written<StatusResult[]>;
    try {
      answer = await withShortWaits(() => this.api.setStatus(caller, kind, ids, status));
    } catch (error) {
      return await Promise.all(changes.map((change) => this.recordFailure(change, error)));
    }
    // If a result cannot be stored, the change stays sent, and its settlement reads the object back.
    await this.reader.byIds(account, kind, ids).catch(() => undefined);
    const { data, requestId } = answer;
    return await Promise.all(changes.map((change, index) => this.record(change, data[index], requestId)));
  }

  private async record(
    change: AdChange,
    result: StatusResult | undefined,
    tiktokRequestId: string | undefined,
  ): Promise<StatusOutcome> {
    const id = change.objectId ?? '';
    if (result?.done) {
      await this.changes.succeeded(change, { objectId: id, tiktokRequestId, after: change.body });
      return { id, result: 'done', changeId: change.id };
    }
    const message = result?.message ?? 'TikTok did not confirm the change for this id.';
    await this.changes.refused(change, message, tiktokRequestId);
    return { id, result: 'refused', message, changeId: change.id };
  }

  private async recordFailure(change: AdChange, error: unknown): Promise<StatusOutcome> {
    const message = messageOf(error);
    const id = change.objectId ?? '';
    if (outcomeUnknown(error)) {
      await this.changes.unknown(change, message, this.clock.inSeconds(this.config.ads.settleSeconds));
      return { id, result: 'unknown', message, changeId: change.id };
    }
    await this.changes.failed(change, error);
    // Nothing was done for any of them, and the caller should know when to repeat it.
    if (isTransient(error) || error instanceof BusyError) throw error;
    return { id, result: 'refused', message, changeId: change.id };
  }
}
