import type { CheckedFile, CheckedPost, RuleContext } from './checked-post.js';
import type { RuleCode } from './rule-codes.js';

/** A rule that a post breaks, or a warning about it. */
export interface PostProblem {
  /** The request field to change. */
  field: string;
  /** The zero-based position of the file, for problems of a file. */
  file?: number;
  rule: RuleCode;
  value?: string | number | boolean;
  limit?: string | number;
  /** What is wrong, as a sentence for users. */
  message: string;
  /** How to fix it, as a sentence for users. */
  fix: string;
}

/** A pure check. @returns no problems when the post passes or the needed facts are unknown */
export type PostRule = (post: CheckedPost, context: RuleContext) => PostProblem[];

/** Builds a problem about one fact of a file. */
export function fileProblem(
  file: CheckedFile,
  fact: string,
  problem: Omit<PostProblem, 'field' | 'file'>,
): PostProblem {
  return { field: `media[${file.position}].${fact}`, file: file.position, ...problem };
}

/** Joins problems and their fixes into one text for users. */
export function describeProblems(problems: PostProblem[]): string {
  return problems.map(({ message, fix }) => `${message} ${fix}`).join(' ');
}
