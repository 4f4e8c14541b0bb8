import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConflictError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, queryRows } from '../../database/index.js';

// Counting stops at one more than allowed.
const COUNT = `
  SELECT count(*)::int AS found FROM (
    SELECT FROM publications WHERE organisation_id = $1 AND status IN ('awaiting_upload', 'ready') LIMIT $2) AS unfinished`;

/** Limits how many posts an organisation may have that are neither published, scheduled nor cancelled. */
@Injectable()
export class UnfinishedPosts {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
  ) {}

  /** Call it after adding a post, in the same transaction. @throws ConflictError if that post is too many */
  async assertRoom(em: EntityManager): Promise<void> {
    const max = this.config.maxUnfinishedPosts;
    if (max === 0) return;
    const [row] = await queryRows<{ found: number }>(em, COUNT, [this.orgContext.organisationId, max + 1]);
    if ((row?.found ?? 0) <= max) return;
    throw new ConflictError(
      'too_many_unfinished_posts',
      `Your organisation has ${max} unfinished posts, which is the limit. Publish, schedule or cancel some of them, then retry.`,
    );
  }
}
