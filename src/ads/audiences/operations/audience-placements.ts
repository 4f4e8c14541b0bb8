import { Injectable } from '@nestjs/common';
import { BusyError, messageOf, UnprocessableError } from '../../../common/index.js';
import { LockTakenError } from '../../../database/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import { NotYetError } from '../../../jobs/index.js';
import {
  isTransient,
  outcomeUnknown,
  TikTokApiError,
  type AdFamily,
  type WireBody,
} from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { AdObjectReader } from '../../objects/ad-object-reader.js';
import { AdObjectStore } from '../../objects/ad-object.store.js';
import type { Actor } from '../../writes/actor.js';
import { ObjectUpdates } from '../../writes/object-updates.js';
import type { AudienceUpload } from '../audience-upload.entity.js';
import { placementChange } from './audience-placement.js';
import { ObjectLock } from '../../writes/object-lock.js';
import { ManualPlacements, type Placement } from './manual-placements.js';

const FAMILIES: readonly AdFamily[] = ['manual', 'us_plus'];

/** An operation that puts an audience into ad groups, or takes it out of them. */
export interface PlacementOrder {
  account: AdAccountRef;
  upload: AudienceUpload;
  /** TikTok's id of the audience. */
  audienceId: string;
  assertHeld: () => Promise<void>;
}

/**
 * Puts an audience into ad groups of both families, or takes it out of them. Every ad group is read first, and one that
 * already uses the audience as asked for is left alone.
 */
@Injectable()
export class AudiencePlacements {
  constructor(
    private readonly reader: AdObjectReader,
    private readonly store: AdObjectStore,
    private readonly manual: ManualPlacements,
    private readonly updates: ObjectUpdates,
    private readonly lock: ObjectLock,
  ) {}

  /**
   * @throws PlacementUnknownError if an answer was lost; UnprocessableError for ad groups that TikTok refused, after
   * all the others were changed
   */
  async place(order: PlacementOrder): Promise<void> {
    const { account, upload, audienceId } = order;
    const { mode = 'disconnect', reason } = upload.detail ?? {};
    const actor = { kind: 'user' as const, id: upload.createdBy, ...(reason !== undefined && { reason }) };
    const open = await this.open(order);
    const manual = idsOf(open, 'manual');
    const refusals: Refusal[] = [];
    if (manual.length > 0)
      await this.locked(order, manual, async (now) => {
        const call = () => this.manual.place(account, { audienceId, mode }, now, actor);
        refusals.push(...(await refusalOf(call, now)));
      });
    // One after the other: TikTok has no call for several.
    for (const id of idsOf(open, 'us_plus'))
      await this.locked(order, [id], async (placements) => {
        for (const now of placements)
          refusals.push(...(await refusalOf(() => this.update(account, now, actor), [now])));
      });
    assertAllTaken(refusals, upload);
  }

  /**
   * Changes ad groups while no other change of them goes on. TikTok replaces what it is sent, so they are read in the lock.
   * @throws NotYetError while another change goes on
   */
  private async locked(
    order: PlacementOrder,
    ids: readonly string[],
    change: (open: Placement[]) => Promise<void>,
  ): Promise<void> {
    await order.assertHeld();
    try {
      await this.lock.run(order.account.accountId, ids, async () => {
        const open = await this.open(order, ids);
        if (open.length > 0) await change(open);
      });
    } catch (error) {
      if (error instanceof LockTakenError)
        throw new NotYetError('another change of the ad group comes first', 1);
      throw error;
    }
  }

  /** True if every ad group uses the audience as asked for. */
  async isPlaced(order: PlacementOrder): Promise<boolean> {
    return (await this.open(order)).length === 0;
  }

  /** The ad groups that still have to change, as TikTok has them now. */
  private async open(
    { account, upload, audienceId }: PlacementOrder,
    ids: readonly string[] = upload.detail?.adGroupIds ?? [],
  ): Promise<Placement[]> {
    const { mode = 'disconnect' } = upload.detail ?? {};
    const known = await this.store.find(account.accountId, 'ad_group', [...ids]);
    for (const family of FAMILIES) {
      const asked = known.filter((group) => group.family === family).map(({ id }) => id);
      if (asked.length > 0) await this.reader.byIds(account, { family, level: 'ad_group' }, asked);
    }
    const groups = await this.store.find(account.accountId, 'ad_group', [...ids]);
    return groups.flatMap((group) => {
      const changed = placementChange(group, audienceId, mode);
      return changed ? [{ group, changed }] : [];
    });
  }

  private async update(account: AdAccountRef, { group, changed }: Placement, actor: Actor): Promise<void> {
    const body: WireBody = { adgroup_id: group.id, ...modeOf(group), ...changed };
    try {
      await this.updates.update(account, group, { body, changed }, actor);
    } catch (error) {
      if (error instanceof BusyError && error.code === 'ad_outcome_unknown')
        throw new PlacementUnknownError({ cause: error });
      throw error;
    }
  }
}

/** TikTok did not say whether it changed an ad group: all of them are read before anything is sent again. */
export class PlacementUnknownError extends Error {
  constructor(options?: ErrorOptions) {
    super('TikTok did not answer whether it changed the ad group', options);
    this.name = 'PlacementUnknownError';
  }
}

function idsOf(placements: readonly Placement[], family: AdFamily): string[] {
  return placements.filter(({ group }) => group.family === family).map(({ group }) => group.id);
}

interface Refusal {
  error: TikTokApiError;
  ids: string[];
}

/** Stays as it is: without it, TikTok might fall back to its default. */
function modeOf({ data }: AdObject): WireBody {
  const { targeting_optimization_mode: mode } = data;
  return typeof mode === 'string' ? { targeting_optimization_mode: mode } : {};
}

/** What TikTok refuses of one ad group must not keep the others from changing. */
async function refusalOf(call: () => Promise<void>, placements: readonly Placement[]): Promise<Refusal[]> {
  try {
    await call();
    return [];
  } catch (error) {
    if (!(error instanceof TikTokApiError) || isTransient(error) || outcomeUnknown(error)) throw error;
    return [{ error, ids: placements.map(({ group }) => group.id) }];
  }
}

/** @throws TikTok's refusal if it refused all ad groups; UnprocessableError if it refused some */
function assertAllTaken(refusals: readonly Refusal[], { detail }: AudienceUpload): void {
  const [first] = refusals;
  if (!first) return;
  const ids = refusals.flatMap((refusal) => refusal.ids);
  if (ids.length === detail?.adGroupIds.length) throw first.error;
  throw new UnprocessableError(
    'audience_partly_applied',
    `TikTok refused the change for the ad groups ${ids.join(', ')} (${messageOf(first.error)}); the other ad groups have it. ` +
      'Fix them, then apply the audience again.',
  );
}
