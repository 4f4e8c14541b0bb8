import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cutText } from '../../common/index.js';
import { AppConfig, filledPage } from '../../config/index.js';
import { queryRows } from '../../database/index.js';
import { accountName } from '../../integrations/index.js';
import type { Publication } from './publication.entity.js';

const TITLE_MAX = 60;
// A few words of a long title are left whatever stands around them.
const POST_MIN = 12;

const ACCOUNT = `SELECT username, display_name AS "displayName" FROM integrations WHERE id = $1`;
// TikTok's own list of the posts of the user who is signed in.
const OWN_POSTS = 'https://www.tiktok.com/tiktokstudio/content';

export type ReferredPost = Pick<Publication, 'id' | 'organisationId' | 'integrationId' | 'title'>;

/** How a notice names a post. */
export interface PostReference {
  /** The account: its @name where TikTok tells it. */
  account: string;
  /** The post in the admin UI when ADMIN_UI_PUBLICATION_URL says where, otherwise the account at TikTok. */
  actionUrl: string;
  /** A notice's title: the account, then the post between these words, shortened so that both can be read. */
  title: (before: string, after: string) => string;
}

/** Names posts and their accounts in notices, and leads to them. */
@Injectable()
export class PostReferences {
  constructor(private readonly config: AppConfig) {}

  /** @param em of the transaction in which the notice is given */
  async of(em: EntityManager, post: ReferredPost): Promise<PostReference> {
    const [row] = await queryRows<{ username: string | null; displayName: string | null }>(em, ACCOUNT, [
      post.integrationId,
    ]);
    const { username = null, displayName = null } = row ?? {};
    const account = accountName({ username, displayName });
    return {
      account,
      actionUrl: this.linkTo(post, username),
      title: (before, after) => {
        const room = TITLE_MAX - `${account}: ${before}“”${after}`.length;
        return `${account}: ${before}“${cutText(post.title, Math.max(room, POST_MIN))}”${after}`;
      },
    };
  }

  private linkTo({ id, organisationId, integrationId }: ReferredPost, username: string | null): string {
    const { publicationUrl } = this.config;
    if (publicationUrl !== undefined)
      return filledPage(publicationUrl, { publicationId: id, organisationId, integrationId });
    return username === null ? OWN_POSTS : `https://www.tiktok.com/@${encodeURIComponent(username)}`;
  }
}
