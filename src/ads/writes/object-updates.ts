import { Injectable } from '@nestjs/common';
import { BusyError, Clock, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import { AdObjectApi, outcomeUnknown, type AdKind, type AdRow, type WireBody } from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { withShortWaits } from '../objects/short-waits.js';
import type { Actor } from './actor.js';
import type { AdChange } from './ad-change.entity.js';
import { AdChanges } from './ad-changes.js';
import { differencesOf } from './read-back.js';

/** An update in TikTok's words. */
export interface ObjectUpdate {
  /** What the call sends. It may repeat what must stay, because TikTok replaces the object. */
  body: WireBody;
  /** The fields that change, as the object has them afterwards. */
  changed: WireBody;
}

/**
 * Changes an object. The intent is committed, the call leaves once, and the object is read back and compared. After an
 * unknown outcome the object itself shows whether the change was made.
 */
@Injectable()
export class ObjectUpdates {
  constructor(
    private readonly config: AppConfig,
    private readonly api: AdObjectApi,
    private readonly changes: AdChanges,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /**
   * @param object as TikTok has it now
   * @throws BusyError while the outcome is unknown; TikTokError if TikTok refused, or was not asked
   */
  async update(
    account: AdAccountRef,
    object: AdObject,
    { body, changed }: ObjectUpdate,
    actor: Actor,
  ): Promise<AdChange> {
    const { level, family, id, name, data } = object;
    const kind: AdKind = { level, family };
    const [change] = (await this.changes.intendAll(
      [
        {
          accountId: account.accountId,
          kind,
          action: 'update',
          objectId: id,
          name,
          body: changed,
          before: pick(data, changed),
          actor,
        },
      ],
      this.settleAt(),
    )) as [AdChange];
    try {
      const { requestId } = await withShortWaits(() =>
        this.api.update(callerOf(account, 'interactive'), kind, body),
      );
      await this.changes.succeeded(change, { objectId: id, tiktokRequestId: requestId });
    } catch (error) {
      throw await this.recordFailure(change, error);
    }
    await this.readBack(account, change);
    return change;
  }

  /** Reads the object back after a lost answer. */
  async settle(account: AdAccountRef, change: AdChange): Promise<void> {
    const row = await this.read(account, change);
    const isDone = row !== undefined && differencesOf(change.body, row).length === 0;
    if (isDone && change.objectId !== null) {
      const after = pick(row, change.body);
      await this.changes.succeeded(change, {
        objectId: change.objectId,
        after,
        differences: [],
        adopted: true,
      });
    } else
      await this.changes.failed(change, new Error('TikTok did not answer, and the object has not changed.'));
  }

  /** The change was made, even if it cannot be compared now. */
  private async readBack(account: AdAccountRef, change: AdChange): Promise<void> {
    const row = await this.read(account, change).catch(() => undefined);
    if (!row || change.objectId === null) return;
    const after = pick(row, change.body);
    const differences = differencesOf(change.body, row);
    await this.changes.succeeded(change, { objectId: change.objectId, after, differences });
  }

  private async read(account: AdAccountRef, change: AdChange): Promise<AdRow | undefined> {
    const { family, level, objectId } = change;
    const [row] = objectId === null ? [] : await this.reader.byIds(account, { family, level }, [objectId]);
    return row;
  }

  private async recordFailure(change: AdChange, error: unknown): Promise<unknown> {
    if (!outcomeUnknown(error)) {
      await this.changes.failed(change, error);
      return error;
    }
    await this.changes.unknown(change, messageOf(error), this.settleAt());
    return new BusyError(
      'ad_outcome_unknown',
      `We couldn't confirm whether TikTok made the change. We look it up shortly; GET /api/ads/changes/${change.id} shows ` +
        'the outcome.',
      this.config.ads.settleSeconds,
    );
  }

  private settleAt(): Date {
    return this.clock.inSeconds(this.config.ads.settleSeconds);
  }
}

function pick(row: AdRow, fields: WireBody): WireBody {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, row[key] ?? null]));
}
