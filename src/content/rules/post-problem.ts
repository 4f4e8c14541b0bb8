import type { CheckedFile, CheckedPost, Surroundings } from './checked-post.js';
import type { RuleCode } from './rule-codes.js';

/** One thing that stands against a post, or that people must know before it goes. */
export interface PostProblem {
  /** Of the request: what to change. */
  field: string;
  /** Position of the file, from 0, when it is about one. */
  file?: number;
  rule: RuleCode;
  value?: string | number | boolean;
  limit?: string | number;
  /** What is wrong, for a person. */
  message: string;
  /** What helps, for a person. */
  fix: string;
}

/** Pure. @returns nothing while nothing stands against the post, or while the rule cannot tell */
export type PostRule = (post: CheckedPost, around: Surroundings) => PostProblem[];

/** About a fact of a file. */
export function ofFile(
  file: CheckedFile,
  fact: string,
  problem: Omit<PostProblem, 'field' | 'file'>,
): PostProblem {
  return { field: `media[${file.position}].${fact}`, file: file.position, ...problem };
}

/** For a person. */
export function sayAll(problems: PostProblem[]): string {
  return problems.map(({ message, fix }) => `${message} ${fix}`).join(' ');
}
