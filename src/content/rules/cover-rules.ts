import type { CheckedPost } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** The cover must be something that the post holds. */
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
      message: `The cover is photo ${coverIndex + 1} of ${files.length}.`,
      fix: `Choose 0 to ${last}: the first photo is 0.`,
    },
  ];
}

/** The Business API fails such a post; the open API takes the first frame, which nobody has chosen. */
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
      message: `The cover is the frame at ${coverTimestampMs} ms; the video ends at ${limit} ms.`,
      fix: 'Choose an earlier frame.',
    },
  ];
}
