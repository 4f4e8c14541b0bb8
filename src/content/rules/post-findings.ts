import type { CheckedPost, Surroundings } from './checked-post.js';
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
  /** TikTok would refuse the post for each of them. */
  problems: PostProblem[];
  /** TikTok takes the post, though not as people may think; or nobody can tell. */
  warnings: PostProblem[];
}

/** Everything that can be said of a post before TikTok sees it. Pure. */
export function findingsOf(post: CheckedPost, around: Surroundings): PostFindings {
  const all = (rules: PostRule[]) => rules.flatMap((rule) => rule(post, around));
  const problems = all(RULES);
  // A choice for which the post is refused is not lost without a word.
  const refused = new Set(problems.map(({ field }) => field));
  const dropped = droppedChoices(post, around).filter(
    ({ field }) => !refused.has(field.split('.', 1)[0] ?? ''),
  );
  return { problems, warnings: [...all(WARNINGS), ...dropped] };
}

/** Only what one file has to do with; for the moment at which it arrives. */
export function findingsOfFile(post: CheckedPost, around: Surroundings, position: number): PostFindings {
  const { problems, warnings } = findingsOf(post, around);
  const ofThis = ({ file }: PostProblem) => file === position;
  return { problems: problems.filter(ofThis), warnings: warnings.filter(ofThis) };
}
