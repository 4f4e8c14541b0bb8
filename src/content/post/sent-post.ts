import type { PostKind, PostMode, PostRoute } from './publication.entity.js';
import {
  businessPhotoDraft,
  businessPhotoPost,
  businessVideoPost,
  photoPost,
  photoTexts,
  videoPost,
  type Allowed,
  type ChosenPost,
  type DirectPost,
} from './post-info.js';

type Sends = (post: DirectPost, allowed: Allowed) => object;

/**
 * What TikTok is told of a post besides its files, by route, kind and mode. The ways send it, and the warnings about
 * choices that a post does not carry are found out by it.
 */
export const SENT = {
  open_api: {
    video: { direct: videoPost, draft: () => ({}) },
    photo: { direct: photoPost, draft: photoTexts },
  },
  business: {
    video: { direct: businessVideoPost, draft: () => ({ upload_to_draft: true }) },
    photo: { direct: businessPhotoPost, draft: businessPhotoDraft },
  },
} as const satisfies Record<PostRoute, Record<PostKind, Record<PostMode, Sends>>>;

/** Of photos, whichever way they go: it stands beside their addresses. */
export function coverOf({ options }: Pick<ChosenPost, 'options'>): number {
  return options.coverIndex ?? 0;
}

/** A post as far as it can be sent. */
export interface SendablePost extends ChosenPost {
  route: PostRoute;
  kind: PostKind;
  mode: PostMode;
}

// What the creator has switched off is another matter.
const EVERYTHING: Allowed = { comment_disabled: false, duet_disabled: false, stitch_disabled: false };

/** All that TikTok would be told: two posts of which it is the same are one post to TikTok. */
export function toldOf(post: SendablePost): string {
  const send: Sends = SENT[post.route][post.kind][post.mode];
  // Without a level nothing is sent; it is compared only.
  const told = send(post as DirectPost, EVERYTHING);
  return JSON.stringify({ told, ...(post.kind === 'photo' && { cover: coverOf(post) }) });
}
