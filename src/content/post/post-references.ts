import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cutText } from '../../common/index.js';
import { AppConfig, filledPage } from '../../config/index.js';
import { queryRows } from '../../database/index.js';
import { accountName } from '../../integrations/index.js';
import type { Publication } from './publication.entity.js';

const TITLE_MAX = 60;
// A few words of a long title always remain.
const POST_MIN = 12;

const ACCOUNT = `SELECT username, display_name AS "displayName" FROM integrations WHERE id = $1`;
// TikTok's list of the signed-in user's posts.
const OWN_POSTS = 'https://www.tiktok.com/tiktokstudio/content';

export type ReferredPost = Pick<Publication, 'id' | 'organisationId' | 'integrationId' | 'title'>;

/** How a notification names a post. */
export interface PostReference {
  /** The account's @name, or its display name. */
  account: string;
  /** The post in the admin UI if ADMIN_UI_PUBLICATION_URL is set, otherwise the account at TikTok. */
  actionUrl: string;
  /** Builds a title of the account and the post between two texts, shortening the post's title to fit. */
  title: (before: string, after: string) => string;
}

/** Names posts and their accounts in notifications, and links to them. */
@Injectable()
export class PostReferences {
  constructor(private readonly config: AppConfig) {}

  /** @param em of the notification's transaction */
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
        const space = TITLE_MAX - `${account}: ${before}“”${after}`.length;
        return `${account}: ${before}“${cutText(post.title, Math.max(space, POST_MIN))}”${after}`;
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
