import type { CheckedPost, RuleContext } from './checked-post.js';
import { coverRules } from './cover-rules.js';
import { damageRules, damageWarnings } from './damage-rules.js';
import { disclosureRules } from './disclosure-rules.js';
import { droppedChoices } from './dropped-choices.js';
import { interactionWarnings } from './interaction-warnings.js';
import { musicRules } from './music-rules.js';
import { photoRules, photoWarnings } from './photo-rules.js';
import type { PostProblem, PostRule } from './post-problem.js';
import { privacyRules } from './privacy-rules.js';
import { textRules } from './text-rules.js';
import { unknownFacts } from './unknown-facts.js';
import { videoRules } from './video-rules.js';

const RULES: PostRule[] = [
  privacyRules,
  textRules,
  disclosureRules,
  coverRules,
  musicRules,
  damageRules,
  videoRules,
  photoRules,
];
const WARNINGS: PostRule[] = [interactionWarnings, photoWarnings, damageWarnings, unknownFacts];

export interface PostFindings {
  /** TikTok would reject the post for each of them. */
  problems: PostProblem[];
  /** TikTok accepts the post, but may change it; or the outcome cannot be predicted. */
  warnings: PostProblem[];
}

/** Checks a post against all rules before it is sent to TikTok. Pure. */
export function findingsOf(post: CheckedPost, context: RuleContext): PostFindings {
  const all = (rules: PostRule[]) => rules.flatMap((rule) => rule(post, context));
  const problems = all(RULES);
  // A field that already has a problem needs no warning.
  const refused = new Set(problems.map(({ field }) => field));
  const dropped = droppedChoices(post, context).filter(
    ({ field }) => !refused.has(field.split('.', 1)[0] ?? ''),
  );
  return { problems, warnings: [...all(WARNINGS), ...dropped] };
}

/** Checks a single file, when it is uploaded. */
export function findingsOfFile(post: CheckedPost, context: RuleContext, position: number): PostFindings {
  const { problems, warnings } = findingsOf(post, context);
  const ofThis = ({ file }: PostProblem) => file === position;
  return { problems: problems.filter(ofThis), warnings: warnings.filter(ofThis) };
}
