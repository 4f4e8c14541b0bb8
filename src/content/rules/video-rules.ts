import { nameOfFile, type CheckedFile, type CheckedPost, type Surroundings } from './checked-post.js';
import { TEN_MINUTES, videoLimits, type VideoLimits } from './post-limits.js';
import { ofFile, type PostProblem, type PostRule } from './post-problem.js';

/** What TikTok asks of a video file. A fact that is not known breaks no rule. */
export const videoRules: PostRule = (post, around) => {
  const [video] = post.files;
  if (post.kind !== 'video' || !video) return [];
  const limits = videoLimits(post.route, post.mode);
  return [
    ...container(post, video, limits),
    ...codec(post, video, limits),
    ...size(post, video, limits),
    ...frameRate(post, video, limits),
    ...picture(post, video, limits),
    ...duration(post, video, limits, around),
  ];
};

function container(post: CheckedPost, file: CheckedFile, { formats }: VideoLimits): PostProblem[] {
  const format = file.facts?.format;
  if (format === undefined || formats.includes(format)) return [];
  return [
    ofFile(file, 'format', {
      rule: 'media_format_unsupported',
      value: format,
      limit: formats.join(', '),
      message: `${nameOfFile(post, file)} is a file of the format ${format}; TikTok takes ${formats.join(', ')}.`,
      fix: 'Export it as MP4.',
    }),
  ];
}

function codec(post: CheckedPost, file: CheckedFile, { codecs }: VideoLimits): PostProblem[] {
  const name = file.facts?.codec;
  if (name === undefined || codecs.includes(name)) return [];
  const found = name === 'none' ? 'holds sound and no picture' : `is encoded as ${name}`;
  return [
    ofFile(file, 'codec', {
      rule: 'video_codec_unsupported',
      value: name,
      limit: codecs.join(', '),
      message: `${nameOfFile(post, file)} ${found}; TikTok takes ${codecs.join(', ')}.`,
      fix: 'Export it with the codec H.264.',
    }),
  ];
}

function size(post: CheckedPost, file: CheckedFile, { bytes }: VideoLimits): PostProblem[] {
  const { sizeBytes } = file;
  if (sizeBytes === null || sizeBytes <= bytes) return [];
  return [
    ofFile(file, 'sizeBytes', {
      rule: 'video_too_large',
      value: sizeBytes,
      limit: bytes,
      message: `${nameOfFile(post, file)} has ${sizeBytes} bytes; TikTok takes at most ${bytes}.`,
      fix: 'Export it with a lower bit rate.',
    }),
  ];
}

function frameRate(post: CheckedPost, file: CheckedFile, { frameRate: range }: VideoLimits): PostProblem[] {
  const rate = file.facts?.frameRate;
  if (rate === undefined) return [];
  const shown = rounded(rate, 2);
  // Phones that film at 60 measure a little more: one decimal decides there. Below 23 there is no such excuse.
  if (shown >= range.min && rounded(rate, 1) <= range.max) return [];
  return [
    ofFile(file, 'frameRate', {
      rule: 'frame_rate_out_of_range',
      value: rate,
      limit: `${range.min} to ${range.max}`,
      message: `${nameOfFile(post, file)} has ${shown} frames a second; TikTok takes ${range.min} to ${range.max}.`,
      fix: 'Export it with 30 frames a second.',
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
    ofFile(file, 'width', {
      rule: 'picture_size_out_of_range',
      value: `${width}x${height}`,
      limit,
      message: `${nameOfFile(post, file)} has ${width} by ${height} pixels; TikTok takes ${limit} on each side.`,
      fix: 'Export it with 1080 by 1920 pixels.',
    }),
  ];
}

function duration(
  post: CheckedPost,
  file: CheckedFile,
  limits: VideoLimits,
  { creator }: Surroundings,
): PostProblem[] {
  const seconds = file.facts?.durationSeconds;
  const { min } = limits.duration;
  const max = longest(post, limits, creator?.maxVideoSeconds);
  if (seconds === undefined || (seconds >= min && seconds <= max)) return [];
  const isShort = seconds < min;
  const whose = creator && post.mode === 'direct' ? 'this account may post' : 'TikTok takes';
  return [
    ofFile(file, 'durationSeconds', {
      rule: isShort ? 'video_too_short' : 'video_too_long',
      value: seconds,
      limit: isShort ? min : max,
      message: `${nameOfFile(post, file)} lasts ${seconds} seconds; ${whose} at ${isShort ? `least ${min}` : `most ${max}`}.`,
      fix: isShort ? 'Choose a longer video.' : 'Cut it.',
    }),
  ];
}

/** The creator's maximum is for direct posts. */
function longest({ route, mode }: CheckedPost, { duration: range }: VideoLimits, creators?: number): number {
  if (mode === 'draft') return range.max;
  return Math.min(range.max, creators ?? (route === 'business' ? TEN_MINUTES : Infinity));
}
