import type { CheckedPost, CreatorFacts } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** Warns when the creator's settings override an option: the post is published without it. */
export const interactionWarnings: PostRule = (post, { creator }) => {
  if (post.mode === 'draft' || !creator) return [];
  return interactionsOf(post.kind).flatMap((one) =>
    one.isAsked(post) && one.isDisabled(creator) ? [off(one)] : [],
  );
};

interface Interaction {
  field: 'allowComment' | 'allowDuet' | 'allowStitch';
  name: string;
  rule: 'comment_disabled_by_creator' | 'duet_disabled_by_creator' | 'stitch_disabled_by_creator';
  isAsked: (post: CheckedPost) => boolean;
  isDisabled: (creator: CreatorFacts) => boolean;
}

const COMMENT: Interaction = {
  field: 'allowComment',
  name: 'comments',
  rule: 'comment_disabled_by_creator',
  isAsked: (post) => post.allowComment,
  isDisabled: (creator) => creator.commentDisabled,
};

const OF_VIDEOS: Interaction[] = [
  COMMENT,
  {
    field: 'allowDuet',
    name: 'duets',
    rule: 'duet_disabled_by_creator',
    isAsked: (post) => post.allowDuet,
    isDisabled: (creator) => creator.duetDisabled,
  },
  {
    field: 'allowStitch',
    name: 'stitches',
    rule: 'stitch_disabled_by_creator',
    isAsked: (post) => post.allowStitch,
    isDisabled: (creator) => creator.stitchDisabled,
  },
];

/** Photos have no duets or stitches. */
function interactionsOf(kind: CheckedPost['kind']): Interaction[] {
  return kind === 'photo' ? [COMMENT] : OF_VIDEOS;
}

function off({ field, name, rule }: Interaction): PostProblem {
  return {
    field,
    rule,
    value: true,
    message: `The creator has switched ${name} off, so the post will be published without them.`,
    fix: `Switch ${name} on in the privacy settings of the TikTok app, or leave ${field} off.`,
  };
}
