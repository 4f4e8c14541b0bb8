import { Injectable } from '@nestjs/common';
import { OrgContext, queryRows } from '../../database/index.js';

const KNOWN = `
  SELECT comment_id AS id, CASE WHEN visibility <> 'hidden' THEN replies::float8 END AS replies FROM messages
  WHERE integration_id = $1 AND comment_id = ANY($2) AND facts ?| ARRAY['list', 'created']`;

/** Which comments lists have shown already. */
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
}
