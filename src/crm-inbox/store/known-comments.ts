import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import { lockInbox } from './inbox-lock.js';

const KNOWN = `
  SELECT comment_id AS id, CASE WHEN visibility <> 'hidden' THEN replies::float8 END AS replies FROM messages
  WHERE integration_id = $1 AND comment_id = ANY($2) AND facts ?| ARRAY['list', 'created']`;

// Lists show the newest comments with every run: one note in an hour is enough.
const NOTE = `
  UPDATE conversations SET asked_at = $3 WHERE integration_id = $1 AND thread_key = ANY($2)
    AND asked_at < $3::timestamptz - interval '1 hour'`;

/** Which comments lists have shown already, and when. */
@Injectable()
export class KnownComments {
  constructor(private readonly orgContext: OrgContext) {}

  /**
   * @returns the counter of replies of each comment that a list has shown; null for hidden ones, whose replies are not listed.
   * Comments from webhooks are not among them
   */
  async among(integrationId: string, ids: readonly string[]): Promise<Map<string, number | null>> {
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string; replies: number | null }>(em, KNOWN, [integrationId, ids]),
    );
    return new Map(rows.map(({ id, replies }) => [id, replies]));
  }

  /** Notes that TikTok has shown these first comments or was asked for them. @param em of the transaction that stores them */
  async note(em: EntityManager, integrationId: string, ids: readonly string[], at: Date): Promise<void> {
    // All that write several conversations of an inbox lock it first, so that they do not wait for each other.
    await lockInbox(em, integrationId);
    await em.query(NOTE, [integrationId, ids, at]);
  }
}
