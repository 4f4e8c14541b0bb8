import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../database/index.js';
import type { Publication } from './publication.entity.js';

const AT_TIKTOK = `
  WITH RECURSIVE earlier AS (
    SELECT id, retry_of, status FROM publications WHERE id = $1
    UNION ALL
    SELECT p.id, p.retry_of, p.status FROM publications p JOIN earlier e ON p.id = e.retry_of)
  SELECT 1 FROM earlier WHERE status IN ('processing', 'in_inbox', 'published', 'public', 'removed') LIMIT 1`;

/** The attempts before one. What TikTok tells of them late may make the next attempt a second post. */
@Injectable()
export class EarlierAttempts {
  constructor(private readonly orgContext: OrgContext) {}

  /** Whether one that had failed, or that nobody knew of, has turned out to be at TikTok. */
  async areAtTikTok({ retryOf }: Publication): Promise<boolean> {
    if (retryOf === null) return false;
    const found = await this.orgContext.transaction((em) => queryRows(em, AT_TIKTOK, [retryOf]));
    return found.length > 0;
  }
}
