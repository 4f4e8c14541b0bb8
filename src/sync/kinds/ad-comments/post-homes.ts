import { Injectable } from '@nestjs/common';
import { CommentHomes, postOfAdComment } from '../../../crm-inbox/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import { wireId } from '../../../tiktok/index.js';

// Of several organisational accounts that list a post, the same one is chosen each time.
const OWNERS = `
  SELECT v.video_id AS id, v.integration_id AS home FROM social_activity v
  WHERE v.integration_id IN (SELECT id FROM integrations WHERE organisation_id = $1) AND v.video_id = ANY($2)
  ORDER BY v.integration_id DESC`;

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
}

function commentWithPost(line: unknown): [string, string][] {
  const id = wireId((line as { comment_id?: unknown } | null)?.comment_id);
  const post = postOfAdComment(line);
  return id === undefined || post === undefined ? [] : [[id, post]];
}
