import { formatBeside, formatBytes } from '../../common/index.js';
import { formatNames } from './format-names.js';
import { fileLabel, type CheckedFile, type CheckedPost } from './checked-post.js';
import { PHOTO_LIMITS } from './post-limits.js';
import { fileProblem, type PostProblem, type PostRule } from './post-problem.js';

const { formats, bytes, count, shorterSide, longerSide } = PHOTO_LIMITS;
const SIDES = `${shorterSide} by ${longerSide}`;

/** Checks each photo against TikTok's limits. One bad photo fails the whole post. */
export const photoRules: PostRule = (post) => {
  if (post.kind !== 'photo') return [];
  return [
    ...number(post),
    ...post.files.flatMap((file) => [...format(post, file), ...size(post, file), ...resolution(post, file)]),
  ];
};

/** Warns where TikTok's documentation leaves open whether it accepts the photo. */
export const photoWarnings: PostRule = (post) => {
  if (post.kind !== 'photo') return [];
  return post.files.flatMap((file) => doubtfulResolution(post, file));
};

function number({ files }: CheckedPost): PostProblem[] {
  if (files.length >= count.min && files.length <= count.max) return [];
  return [
    {
      field: 'media',
      rule: 'photo_count_out_of_range',
      value: files.length,
      limit: `${count.min} to ${count.max}`,
      message: `The post has ${files.length} photos. TikTok accepts ${count.min} to ${count.max}.`,
      fix: files.length > count.max ? 'Remove some, or split them into two posts.' : 'Add a photo.',
    },
  ];
}

function format(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const name = file.facts?.format;
  if (name === undefined || formats.includes(name)) return [];
  return [
    fileProblem(file, 'format', {
      rule: 'media_format_unsupported',
      value: name,
      limit: formats.join(', '),
      message: `${fileLabel(post, file)} is in ${formatNames([name])} format. TikTok accepts ${formatNames(formats)}.`,
      fix: 'Save it as JPEG.',
    }),
  ];
}

function size(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const { sizeBytes } = file;
  if (sizeBytes === null || sizeBytes <= bytes) return [];
  return [
    fileProblem(file, 'sizeBytes', {
      rule: 'photo_too_large',
      value: sizeBytes,
      limit: bytes,
      message: `${fileLabel(post, file)} is ${formatBeside(sizeBytes, bytes, formatBytes)}. TikTok accepts up to ${formatBytes(bytes)}.`,
      fix: 'Save it at a lower quality.',
    }),
  ];
}

/** Rejects photos that are too large under every reading of "1080p". */
function resolution(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const sides = sidesOf(file);
  if (!sides) return [];
  const isTooLong = post.route === 'business' && sides.longer > longerSide;
  if (sides.shorter <= shorterSide && !isTooLong) return [];
  return [
    fileProblem(file, 'width', {
      rule: 'photo_resolution_too_high',
      value: sides.text,
      limit: SIDES,
      message: `${fileLabel(post, file)} is ${sides.text} pixels. TikTok accepts up to ${SIDES}.`,
      fix: 'Scale it down.',
    }),
  ];
}

/** The open API says "1080p" without a limit for the longer side. The Business API does not mention landscape photos. */
function doubtfulResolution(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const sides = sidesOf(file);
  if (!sides || resolution(post, file).length > 0) return [];
  const isDoubtful = post.route === 'business' ? sides.width > shorterSide : sides.longer > longerSide;
  if (!isDoubtful) return [];
  return [
    fileProblem(file, 'width', {
      rule: 'photo_resolution_perhaps_too_high',
      value: sides.text,
      limit: SIDES,
      message: `${fileLabel(post, file)} is ${sides.text} pixels. TikTok guarantees to accept only up to ${SIDES}.`,
      fix: 'Scale it down if TikTok rejects it.',
    }),
  ];
}

function sidesOf({ facts }: CheckedFile) {
  const { width, height } = facts ?? {};
  if (width === undefined || height === undefined) return undefined;
  return {
    width,
    shorter: Math.min(width, height),
    longer: Math.max(width, height),
    text: `${width} by ${height}`,
  };
}
