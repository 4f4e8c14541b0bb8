import { nameOfFile, type CheckedFile, type CheckedPost } from './checked-post.js';
import { PHOTO_LIMITS } from './post-limits.js';
import { ofFile, type PostProblem, type PostRule } from './post-problem.js';

const { formats, bytes, count, shorterSide, longerSide } = PHOTO_LIMITS;
const SIDES = `${shorterSide} by ${longerSide}`;

/** What TikTok asks of photos, each by itself: one bad photo fails the whole post. */
export const photoRules: PostRule = (post) => {
  if (post.kind !== 'photo') return [];
  return [
    ...number(post),
    ...post.files.flatMap((file) => [...format(post, file), ...size(post, file), ...resolution(post, file)]),
  ];
};

/** Where TikTok's words leave open whether it takes the photo. */
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
      message: `The post has ${files.length} photos; TikTok takes ${count.min} to ${count.max}.`,
      fix: files.length > count.max ? 'Leave some out, or make two posts of them.' : 'Add a photo.',
    },
  ];
}

function format(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const name = file.facts?.format;
  if (name === undefined || formats.includes(name)) return [];
  return [
    ofFile(file, 'format', {
      rule: 'media_format_unsupported',
      value: name,
      limit: formats.join(', '),
      message: `${nameOfFile(post, file)} is a file of the format ${name}; TikTok takes ${formats.join(', ')}.`,
      fix: 'Save it as JPEG.',
    }),
  ];
}

function size(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const { sizeBytes } = file;
  if (sizeBytes === null || sizeBytes <= bytes) return [];
  return [
    ofFile(file, 'sizeBytes', {
      rule: 'photo_too_large',
      value: sizeBytes,
      limit: bytes,
      message: `${nameOfFile(post, file)} has ${sizeBytes} bytes; TikTok takes at most ${bytes}.`,
      fix: 'Save it with a lower quality.',
    }),
  ];
}

/** Too large however "1080p" is read. */
function resolution(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const sides = sidesOf(file);
  if (!sides) return [];
  const isTooLong = post.route === 'business' && sides.longer > longerSide;
  if (sides.shorter <= shorterSide && !isTooLong) return [];
  return [
    ofFile(file, 'width', {
      rule: 'photo_resolution_too_high',
      value: sides.text,
      limit: SIDES,
      message: `${nameOfFile(post, file)} has ${sides.text} pixels; TikTok takes at most ${SIDES}.`,
      fix: 'Scale it down.',
    }),
  ];
}

/** The open API says "1080p" and not how long the longer side may be; the Business API does not say whether photos may lie. */
function doubtfulResolution(post: CheckedPost, file: CheckedFile): PostProblem[] {
  const sides = sidesOf(file);
  if (!sides || resolution(post, file).length > 0) return [];
  const isDoubtful = post.route === 'business' ? sides.width > shorterSide : sides.longer > longerSide;
  if (!isDoubtful) return [];
  return [
    ofFile(file, 'width', {
      rule: 'photo_resolution_perhaps_too_high',
      value: sides.text,
      limit: SIDES,
      message: `${nameOfFile(post, file)} has ${sides.text} pixels; TikTok promises to take only what is at most ${SIDES}.`,
      fix: 'Scale it down if TikTok refuses it.',
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
