import { formatBeside, formatSeconds } from '../../common/index.js';
import type { CheckedPost } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** Requires the cover to be one of the photos, or a frame of the video. */
export const coverRules: PostRule = (post) => [...coverPhoto(post), ...coverFrame(post)];

function coverPhoto({ kind, files, options }: CheckedPost): PostProblem[] {
  const { coverIndex } = options;
  if (kind !== 'photo' || coverIndex === undefined || coverIndex < files.length) return [];
  const last = Math.max(files.length - 1, 0);
  return [
    {
      field: 'coverIndex',
      rule: 'cover_out_of_range',
      value: coverIndex,
      limit: last,
      message: `coverIndex is ${coverIndex}, but the last photo has index ${last}.`,
      fix: `Choose 0 to ${last}. The first photo is 0.`,
    },
  ];
}

/** The Business API rejects a cover after the end. The open API silently uses the first frame instead. */
function coverFrame({ kind, mode, files, options }: CheckedPost): PostProblem[] {
  const seconds = files[0]?.facts?.durationSeconds;
  const { coverTimestampMs } = options;
  if (kind !== 'video' || mode === 'draft' || seconds === undefined || coverTimestampMs === undefined)
    return [];
  const limit = Math.floor(seconds * 1000);
  if (coverTimestampMs <= limit) return [];
  return [
    {
      field: 'coverTimestampMs',
      rule: 'cover_out_of_range',
      value: coverTimestampMs,
      limit,
      message: `The cover frame is at ${formatBeside(coverTimestampMs / 1000, limit / 1000, formatSeconds)}, but the video ends at ${formatSeconds(limit / 1000)}.`,
      fix: 'Choose an earlier frame.',
    },
  ];
}
