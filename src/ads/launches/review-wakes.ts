import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';

// A launch that looks at this moment stays as it is; it looks again after its pause.
const WAKE = `
  UPDATE ad_launches SET due_at = now()
  WHERE status = 'in_review' AND account_id = $1 AND due_at > now()
    AND id IN (SELECT launch_id FROM ad_launch_steps WHERE object_id = ANY($2::text[]))
  RETURNING id`;

/** Lets launches look at their review at once, because TikTok has reported that one has ended. Polling finds the rest. */
@Injectable()
export class ReviewWakes {
  constructor(
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
  ) {}

  /** @param objectIds of ads and ad groups. @returns how many launches look */
  async wake(accountId: string, objectIds: readonly string[]): Promise<number> {
    const rows = await this.system.transaction('wake launches in review', (em) =>
      queryRows<{ id: string }>(em, WAKE, [accountId, objectIds]),
    );
    for (const { id } of rows) await this.jobs.wake('launch', id);
    return rows.length;
  }
}
