import { formatBeside, formatBytes, formatSeconds } from '../../common/index.js';
import { formatNames } from './format-names.js';
import { fileLabel, type CheckedFile, type CheckedPost, type RuleContext } from './checked-post.js';
import { TEN_MINUTES, videoLimits, type VideoLimits } from './post-limits.js';
import { fileProblem, type PostProblem, type PostRule } from './post-problem.js';

/** Checks a video file against TikTok's limits. Unknown facts break no rule. */
export const videoRules: PostRule = (post, context) => {
  const [video] = post.files;
  if (post.kind !== 'video' || !video) return [];
  const limits = videoLimits(post.route, post.mode);
  return [
    ...container(post, video, limits),
    ...codec(post, video, limits),
    ...size(post, video, limits),
    ...frameRate(post, video, limits),
    ...picture(post, video, limits),
    ...duration(post, video, limits, context),
  ];
};

function container(post: CheckedPost, file: CheckedFile, { formats }: VideoLimits): PostProblem[] {
  const format = file.facts?.format;
  if (format === undefined || formats.includes(format)) return [];
  return [
    fileProblem(file, 'format', {
      rule: 'media_format_unsupported',
      value: format,
      limit: formats.join(', '),
      message: `${fileLabel(post, file)} is in ${formatNames([format])} format. TikTok accepts ${formatNames(formats)}.`,
      fix: 'Export it as MP4.',
    }),
  ];
}

function codec(post: CheckedPost, file: CheckedFile, { codecs }: VideoLimits): PostProblem[] {
  const name = file.facts?.codec;
  if (name === undefined || codecs.includes(name)) return [];
  const found = name === 'none' ? 'has sound but no picture' : `is encoded as ${formatNames([name])}`;
  return [
    fileProblem(file, 'codec', {
      rule: 'video_codec_unsupported',
      value: name,
      limit: codecs.join(', '),
      message: `${fileLabel(post, file)} ${found}. TikTok accepts ${formatNames(codecs)}.`,
      fix: 'Export it with the H.264 codec.',
    }),
  ];
}

function size(post: CheckedPost, file: CheckedFile, { bytes }: VideoLimits): PostProblem[] {
  const { sizeBytes } = file;
  if (sizeBytes === null || sizeBytes <= bytes) return [];
  return [
    fileProblem(file, 'sizeBytes', {
      rule: 'video_too_large',
      value: sizeBytes,
      limit: bytes,
      message: `${fileLabel(post, file)} is ${formatBeside(sizeBytes, bytes, formatBytes)}. TikTok accepts up to ${formatBytes(bytes)}.`,
      fix: 'Export it at a lower bit rate.',
    }),
  ];
}

function frameRate(post: CheckedPost, file: CheckedFile, { frameRate: range }: VideoLimits): PostProblem[] {
  const rate = file.facts?.frameRate;
  if (rate === undefined) return [];
  const shown = rounded(rate, 2);
  // Phones that record at 60 report slightly more, so the upper limit compares one decimal. The lower limit compares two.
  if (shown >= range.min && rounded(rate, 1) <= range.max) return [];
  return [
    fileProblem(file, 'frameRate', {
      rule: 'frame_rate_out_of_range',
      value: rate,
      limit: `${range.min} to ${range.max}`,
      message: `${fileLabel(post, file)} has ${shown} frames per second. TikTok accepts ${range.min} to ${range.max}.`,
      fix: 'Export it at 30 frames per second.',
    }),
  ];
}

function rounded(number: number, decimals: number): number {
  return Math.round(number * 10 ** decimals) / 10 ** decimals;
}

function picture(post: CheckedPost, file: CheckedFile, { side }: VideoLimits): PostProblem[] {
  const { width, height } = file.facts ?? {};
  if (width === undefined || height === undefined) return [];
  if (Math.min(width, height) >= side.min && Math.max(width, height) <= side.max) return [];
  const limit = side.max === Infinity ? `at least ${side.min}` : `${side.min} to ${side.max}`;
  return [
    fileProblem(file, 'width', {
      rule: 'picture_size_out_of_range',
      value: `${width}x${height}`,
      limit,
      message: `${fileLabel(post, file)} is ${width} by ${height} pixels. TikTok accepts ${limit} pixels per side.`,
      fix: 'Export it at 1080 by 1920 pixels.',
    }),
  ];
}

function duration(
  post: CheckedPost,
  file: CheckedFile,
  limits: VideoLimits,
  { creator }: RuleContext,
): PostProblem[] {
  const seconds = file.facts?.durationSeconds;
  const { min } = limits.duration;
  const max = longest(post, limits, creator?.maxVideoSeconds);
  if (seconds === undefined || (seconds >= min && seconds <= max)) return [];
  const isShort = seconds < min;
  const who = creator && post.mode === 'direct' ? 'This account can post' : 'TikTok accepts';
  const limit = isShort ? min : max;
  return [
    fileProblem(file, 'durationSeconds', {
      rule: isShort ? 'video_too_short' : 'video_too_long',
      value: seconds,
      limit,
      message: `${fileLabel(post, file)} is ${formatBeside(seconds, limit, formatSeconds)} long. ${who} ${isShort ? 'at least' : 'up to'} ${formatSeconds(limit)}.`,
      fix: isShort ? 'Choose a longer video.' : 'Trim the video.',
    }),
  ];
}

/** The creator's maximum applies to direct posts only. */
function longest({ route, mode }: CheckedPost, { duration: range }: VideoLimits, creators?: number): number {
  if (mode === 'draft') return range.max;
  return Math.min(range.max, creators ?? (route === 'business' ? TEN_MINUTES : Infinity));
}
