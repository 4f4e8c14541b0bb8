import { Injectable } from '@nestjs/common';
import { FairTurns } from '../../common/index.js';
import { LockTakenError, OrgContext, queryRows, untilFree } from '../../database/index.js';

const TRY_LOCKS = `
  SELECT bool_and(pg_try_advisory_xact_lock(hashtextextended(key, 0))) AS locked FROM unnest($1::text[]) AS key`;
/** Each one that is held occupies a connection while TikTok is asked. */
const MOST_HELD = 2;
/** The turn itself may come late when many changes are sent. */
const PATIENCE_MS = 5_000;

/**
 * Lets one change of an object follow the other. TikTok replaces the whole targeting of an ad group, so of two changes that read it
 * at the same time one would be lost; and a change that expects a version must be the only one that finds it. The lock holds in all
 * processes, for all organisations that share the ad account, and ends with its process.
 */
@Injectable()
export class ObjectLock {
  private readonly turns = new FairTurns(MOST_HELD);

  constructor(private readonly orgContext: OrgContext) {}

  /**
   * @param work must read the objects itself: what was read before is out of date
   * @throws LockTakenError while another change goes on; nothing was done
   */
  run<T>(accountId: string, ids: readonly string[], work: () => Promise<T>): Promise<T> {
    // The name is of older versions, whose processes must find the same lock.
    const keys = ids.map((id) => `ad-group:${accountId}:${id}`).toSorted();
    const askedAt = performance.now();
    return untilFree(() =>
      this.turns.run('', () => {
        if (performance.now() - askedAt > PATIENCE_MS) throw new LockTakenError();
        return this.attempt(keys, work);
      }),
    );
  }

  private attempt<T>(keys: string[], work: () => Promise<T>): Promise<T> {
    return this.orgContext.transaction(async (em) => {
      const [row] = await queryRows<{ locked: boolean }>(em, TRY_LOCKS, [keys]);
      if (!row?.locked) throw new LockTakenError();
      return await work();
    });
  }
}
