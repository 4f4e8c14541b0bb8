import type { CreatorInfo } from '../../tiktok/index.js';
import type { CreatorFacts } from './checked-post.js';
import { knownLevels } from './privacy-labels.js';

/** The fields that the open API and the Business API share. */
export type CreatorAnswer = Pick<
  CreatorInfo,
  | 'privacy_level_options'
  | 'comment_disabled'
  | 'duet_disabled'
  | 'stitch_disabled'
  | 'max_video_post_duration_sec'
>;

/** @returns undefined when the response has no privacy levels, without which no post can be checked */
export function creatorFacts(answer: CreatorAnswer): CreatorFacts | undefined {
  const { privacy_level_options: levels, max_video_post_duration_sec: seconds } = answer;
  if (!Array.isArray(levels)) return undefined;
  return {
    privacyLevels: knownLevels(levels),
    commentDisabled: answer.comment_disabled === true,
    duetDisabled: answer.duet_disabled === true,
    stitchDisabled: answer.stitch_disabled === true,
    ...(typeof seconds === 'number' && seconds > 0 && { maxVideoSeconds: seconds }),
  };
}
