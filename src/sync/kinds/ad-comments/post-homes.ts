import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommentHomes, postOfAdComment, type ThreadHome } from '../../../crm-inbox/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import { wireId } from '../../../tiktok/index.js';

// Of several organisational accounts that list a post, the same one is chosen each time.
const OWNERS = `
  SELECT v.video_id AS id, v.integration_id AS home FROM social_activity v
  WHERE v.integration_id IN (SELECT id FROM integrations WHERE organisation_id = $1) AND v.video_id = ANY($2)
  ORDER BY v.integration_id DESC`;

const MOST_STRAYS = 500;
// The same account is chosen here.
const STRAYS = `
  SELECT DISTINCT ON (c.id) c.thread_key AS "threadKey", v.integration_id AS home FROM conversations c
  JOIN social_activity v ON v.video_id = c.video_id AND v.integration_id <> $2
    AND v.integration_id IN (SELECT id FROM integrations WHERE organisation_id = $1)
  WHERE c.integration_id = $2 AND c.kind = 'ad_comment'
    AND NOT EXISTS (SELECT FROM social_activity own WHERE own.integration_id = $2 AND own.video_id = c.video_id)
  ORDER BY c.id, v.integration_id LIMIT ${MOST_STRAYS}`;

/** Finds the integrations whose accounts own the posts of ads. */
@Injectable()
export class PostHomes {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly comments: CommentHomes,
  ) {}

  /**
   * @param lines of a list of ad comments
   * @returns the integration of each post that belongs to a connected account. A comment that its account has shown is proof, too,
   * because videos are not listed for every account
   */
  async of(lines: readonly unknown[]): Promise<Map<string, string>> {
    const posts = new Set(lines.flatMap((line) => postOfAdComment(line) ?? []));
    const postOf = new Map(lines.flatMap(commentWithPost));
    const { organisationId } = this.orgContext;
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string; home: string }>(em, OWNERS, [organisationId, [...posts]]),
    );
    const shown = await this.comments.among([...postOf.keys()]);
    const proven = [...shown].flatMap(([id, home]) => {
      const post = postOf.get(id);
      return post === undefined ? [] : [[post, home] as const];
    });
    return new Map([...rows.map(({ id, home }) => [id, home] as const), ...proven]);
  }

  /**
   * @returns threads of an inbox whose post belongs to an account that was connected since. One call returns only some of many
   */
  async strays(em: EntityManager, integrationId: string): Promise<ThreadHome[]> {
    const { organisationId } = this.orgContext;
    const rows = await queryRows<Omit<ThreadHome, 'isOwnPost'>>(em, STRAYS, [organisationId, integrationId]);
    return rows.map((row) => Object.assign(row, { isOwnPost: true }));
  }
}

function commentWithPost(line: unknown): [string, string][] {
  const id = wireId((line as { comment_id?: unknown } | null)?.comment_id);
  const post = postOfAdComment(line);
  return id === undefined || post === undefined ? [] : [[id, post]];
}
