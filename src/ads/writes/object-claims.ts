import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { codeOf } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import type { AdChange } from './ad-change.entity.js';
import { AdChanges, type Outcome } from './ad-changes.js';

// unique_violation: another create has the object.
const CLAIMED = '23505';
const RELEASE = `
  UPDATE ad_changes SET object_id = NULL, adopted = false, state = 'unknown', after = NULL, differences = NULL,
    finished_at = NULL, due_at = now()
  WHERE account_id = $1 AND level = $2 AND object_id = $3 AND action = 'create' AND adopted AND id <> $4`;

/** Gives each object at TikTok to one create, whichever organisations share its ad account. */
@Injectable()
export class ObjectClaims {
  constructor(
    private readonly changes: AdChanges,
    private readonly system: SystemContext,
  ) {}

  /**
   * Stores that TikTok named the object in its answer to this create. That is proof, so a create that has adopted the object by
   * its name loses it. A launch that has it sees so in the journal when it is read.
   */
  async created(change: AdChange, objectId: string, tiktokRequestId: string | undefined): Promise<void> {
    const outcome = { objectId, tiktokRequestId };
    if (await this.claim(change, outcome)) return;
    const { accountId, level, id } = change;
    await this.system.transaction('return an ad object to the create that made it', (em) =>
      em.query(RELEASE, [accountId, level, objectId, id]),
    );
    await this.changes.succeeded(change, outcome);
  }

  /** Adopts an object after a lost answer. @returns false if another create has it */
  adopt(change: AdChange, objectId: string): Promise<boolean> {
    return this.claim(change, { objectId, adopted: true });
  }

  private async claim(change: AdChange, outcome: Outcome): Promise<boolean> {
    try {
      await this.changes.succeeded(change, outcome);
      return true;
    } catch (error) {
      if (error instanceof QueryFailedError && codeOf(error.driverError) === CLAIMED) return false;
      throw error;
    }
  }
}
