import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';

const OF_POST = `SELECT DISTINCT integration_id AS id FROM publications WHERE post_ids @> ARRAY[$1::text]`;

// Includes restarted uploads: an event about the first upload is outdated, but it is still ours.
const KNOWN = `
  SELECT EXISTS (SELECT FROM publications WHERE tiktok_publish_id = $1)
    OR EXISTS (SELECT FROM publications WHERE former_publish_ids <> '{}' AND former_publish_ids @> ARRAY[$1::text]) AS known`;

/** Finds the owners of posts by TikTok's ids, across organisations. */
@Injectable()
export class PostOwners {
  constructor(private readonly system: SystemContext) {}

  /** Returns the integrations whose publication became this post. */
  ofPost(postId: string): Promise<string[]> {
    return this.system.transaction('find whose a post is', async (em) =>
      (await queryRows<{ id: string }>(em, OF_POST, [postId])).map(({ id }) => id),
    );
  }

  /** True if a publication has, or had, this `publish_id`. */
  knows(tiktokPublishId: string): Promise<boolean> {
    return this.system.transaction('find whose an upload is', async (em) => {
      const [row] = await queryRows<{ known: boolean }>(em, KNOWN, [tiktokPublishId]);
      return row?.known === true;
    });
  }
}
