import type { CheckedPost } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** Choices that TikTok has no place for in such a post: they would be lost without a word. */
export const scopeWarnings: PostRule = (post) => (post.mode === 'draft' ? forDrafts(post) : forPhotos(post));

function forPhotos({ kind, allowDuet, allowStitch }: CheckedPost): PostProblem[] {
  if (kind !== 'photo') return [];
  const asked = [allowDuet && 'allowDuet', allowStitch && 'allowStitch'].filter((field) => field !== false);
  return asked.map((field) => ({
    field,
    rule: 'not_for_photos',
    value: true,
    sentence: 'Photos have no duets and no stitches.',
    fix: `Leave ${field} off.`,
  }));
}

function forDrafts({
  options,
  privacyLevel,
  allowComment,
  allowDuet,
  allowStitch,
}: CheckedPost): PostProblem[] {
  const choices: Record<string, unknown> = {
    privacyLevel,
    allowComment,
    allowDuet,
    allowStitch,
    brandOrganic: options.brandOrganic,
    brandedContent: options.brandedContent,
    aiGenerated: options.aiGenerated,
  };
  const made = Object.keys(choices).filter((field) => Boolean(choices[field]));
  return made.map((field) => ({
    field,
    rule: 'not_for_drafts',
    value: String(choices[field]),
    sentence: 'A draft does not carry this choice.',
    fix: 'The creator makes it in the TikTok app when posting the draft.',
  }));
}
