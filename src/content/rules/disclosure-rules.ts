import type { CheckedPost } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** Checks commercial disclosure and the AI label. */
export const disclosureRules: PostRule = (post) => {
  if (post.mode === 'draft') return incomplete(post);
  return [...incomplete(post), ...privateBrand(post), ...aiLabel(post)];
};

function incomplete({ options }: CheckedPost): PostProblem[] {
  const { commercialDisclosure, brandOrganic, brandedContent } = options;
  if (!commercialDisclosure || brandOrganic || brandedContent) return [];
  return [
    {
      field: 'commercialDisclosure',
      rule: 'disclosure_incomplete',
      message: 'Commercial disclosure is on, but nothing is selected.',
      fix: 'Select “Your brand”, “Branded content” or both, or switch the disclosure off.',
    },
  ];
}

/** https://developers.tiktok.com/doc/content-sharing-guidelines */
function privateBrand({ options, privacyLevel }: CheckedPost): PostProblem[] {
  if (!options.brandedContent || privacyLevel !== 'SELF_ONLY') return [];
  return [
    {
      field: 'brandedContent',
      rule: 'branded_content_private',
      value: privacyLevel,
      message: 'Branded content cannot be private.',
      fix: 'Choose another privacy level, or switch “Branded content” off.',
    },
  ];
}

function aiLabel({ kind, options }: CheckedPost): PostProblem[] {
  if (!options.aiGenerated || kind === 'video') return [];
  return [
    {
      field: 'aiGenerated',
      rule: 'ai_label_unavailable',
      value: true,
      message:
        'TikTok supports the AI-generated label only for videos. These photos would be posted without it.',
      fix: 'Send them as a draft and switch the label on in the TikTok app.',
    },
  ];
}
