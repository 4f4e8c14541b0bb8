import type { CheckedPost } from './checked-post.js';
import { CAPTION_MAX, PHOTO_TITLE_MAX } from '../post/text-limits.js';
import { MENTIONS_MAX } from './post-limits.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** Limits the length of texts. Video drafts are sent without any. */
export const textRules: PostRule = (post) => {
  if (post.kind === 'video' && post.mode === 'draft') return [];
  return [...caption(post), ...photoTitle(post), ...mentions(post)];
};

function caption({ kind, caption: text }: CheckedPost): PostProblem[] {
  const limit = CAPTION_MAX[kind];
  if (text.length <= limit) return [];
  return [
    {
      field: 'caption',
      rule: 'caption_too_long',
      value: text.length,
      limit,
      message: `The caption has ${text.length} characters. TikTok accepts up to ${limit}; most emoji count as two.`,
      fix: 'Shorten it.',
    },
  ];
}

function photoTitle({ kind, options }: CheckedPost): PostProblem[] {
  const length = options.photoTitle?.length ?? 0;
  if (kind !== 'photo' || length <= PHOTO_TITLE_MAX) return [];
  return [
    {
      field: 'photoTitle',
      rule: 'photo_title_too_long',
      value: length,
      limit: PHOTO_TITLE_MAX,
      message: `The photo title has ${length} characters. TikTok accepts up to ${PHOTO_TITLE_MAX}; most emoji count as two.`,
      fix: 'Shorten it, or move part of it to the caption.',
    },
  ];
}

function mentions({ route, caption: text }: CheckedPost): PostProblem[] {
  const count = mentionsIn(text);
  if (route !== 'business' || count <= MENTIONS_MAX) return [];
  return [
    {
      field: 'caption',
      rule: 'too_many_mentions',
      value: count,
      limit: MENTIONS_MAX,
      message: `The caption mentions ${count} accounts. TikTok accepts up to ${MENTIONS_MAX} mentions.`,
      fix: 'Remove some mentions.',
    },
  ];
}

/** Counts mentions as TikTok does: words that start with `@`. */
export function mentionsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word.length > 1 && word.startsWith('@')).length;
}
