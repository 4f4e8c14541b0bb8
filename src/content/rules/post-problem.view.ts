import { withFormerNames } from '../../common/index.js';
import type { PostProblem } from './post-problem.js';
import type { RuleCode } from './rule-codes.js';

export class PostProblemView implements PostProblem {
  /**
   * The field of the request to change.
   * @example media[0].frameRate
   */
  field: string;

  /** The position of the file, from 0. Present if the problem is about one file. */
  file?: number;

  /**
   * The rule that the post breaks. It is stable.
   * @example frame_rate_out_of_range
   */
  rule: RuleCode;

  /**
   * The value that was found.
   * @example 15
   */
  value?: string | number | boolean;

  /**
   * What TikTok accepts.
   * @example "23 to 60"
   */
  limit?: string | number;

  /** @example "The video has 15 frames per second. TikTok accepts 23 to 60." */
  message: string;

  /** @example "Export it at 30 frames per second." */
  fix: string;
}

export function toProblemViews(problems: readonly PostProblem[]): PostProblemView[] {
  return problems.map((problem) => withFormerNames('PostProblemView', problem));
}
