import { Injectable } from '@nestjs/common';
import { Clock, messageOf } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { callerOf, type AdAccountRef } from '../../../integrations/index.js';
import { AudienceApi, outcomeUnknown, type AdRow, type WireBody } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { AdObjectReader } from '../../objects/ad-object-reader.js';
import type { Actor } from '../../writes/actor.js';
import type { AdChange } from '../../writes/ad-change.entity.js';
import { AdChanges } from '../../writes/ad-changes.js';
import { differencesOf } from '../../writes/read-back.js';
import type { ApplyMode } from '../audience-upload.entity.js';

const KIND = { level: 'ad_group', family: 'manual' } as const;
const USAGE_MODES: Record<ApplyMode, 'Include' | 'Exclude' | undefined> = {
  include: 'Include',
  exclude: 'Exclude',
  disconnect: undefined,
};

/** An ad group, and what changes in it. */
export interface Placement {
  group: AdObject;
  changed: WireBody;
}

/** Puts an audience into manual ad groups: one call for all, and one row of the changes for each. */
@Injectable()
export class ManualPlacements {
  constructor(
    private readonly config: AppConfig,
    private readonly api: AudienceApi,
    private readonly changes: AdChanges,
    private readonly reader: AdObjectReader,
    private readonly clock: Clock,
  ) {}

  /** @throws TikTokError as the call does, after it was noted */
  async place(
    account: AdAccountRef,
    { audienceId, mode }: { audienceId: string; mode: ApplyMode },
    placements: readonly Placement[],
    actor: Actor,
  ): Promise<void> {
    const { accountId } = account;
    const intents = placements.map(({ group, changed }) => ({
      accountId,
      kind: KIND,
      action: 'update' as const,
      objectId: group.id,
      name: group.name,
      body: changed,
      before: pick(group.data, changed),
      actor,
    }));
    const changes = await this.changes.intendAll(intents, this.settleAt());
    const ids = placements.map(({ group }) => group.id);
    try {
      await this.api.apply(callerOf(account), audienceId, ids, USAGE_MODES[mode]);
    } catch (error) {
      for (const change of changes) await this.note(change, error);
      throw error;
    }
    await this.readBack(account, changes);
  }

  /** The changes were made, even if they cannot be compared now. */
  private async readBack(account: AdAccountRef, changes: readonly AdChange[]): Promise<void> {
    const rows = await this.reader.byIds(account, KIND, changes.flatMap(idOf)).catch(() => []);
    for (const change of changes) {
      const row = rows.find(({ adgroup_id: id }) => id === change.objectId);
      await this.changes.succeeded(change, {
        objectId: change.objectId ?? '',
        ...(row && { after: pick(row, change.body), differences: differencesOf(change.body, row) }),
      });
    }
  }

  private async note(change: AdChange, error: unknown): Promise<void> {
    if (outcomeUnknown(error)) await this.changes.unknown(change, messageOf(error), this.settleAt());
    else await this.changes.failed(change, error);
  }

  private settleAt(): Date {
    return this.clock.inSeconds(this.config.ads.settleSeconds);
  }
}

function pick(row: AdRow, fields: WireBody): WireBody {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, row[key] ?? null]));
}

function idOf({ objectId }: AdChange): string[] {
  return objectId === null ? [] : [objectId];
}
