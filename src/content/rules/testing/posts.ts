import type { MediaFacts } from '../../post/media-facts.js';
import type { CheckedFile, CheckedPost, CreatorFacts } from '../checked-post.js';

export const GOOD_VIDEO: MediaFacts = {
  format: 'mp4',
  codec: 'h264',
  width: 1080,
  height: 1920,
  frameRate: 30,
  durationSeconds: 15,
};
export const GOOD_PHOTO: MediaFacts = { format: 'jpeg', width: 1080, height: 1080 };

export function file(facts: MediaFacts | null, sizeBytes: number | null = 1000, position = 0): CheckedFile {
  return { facts, sizeBytes, position };
}

/** Builds a video post that passes all rules. */
export function videoPost(post: Partial<CheckedPost> = {}): CheckedPost {
  return {
    kind: 'video',
    mode: 'direct',
    route: 'open_api',
    caption: 'Hello',
    privacyLevel: 'PUBLIC_TO_EVERYONE',
    allowComment: false,
    allowDuet: false,
    allowStitch: false,
    options: {},
    files: [file(GOOD_VIDEO)],
    ...post,
  };
}

/** Builds a photo post that passes all rules. */
export function photoPost(post: Partial<CheckedPost> = {}): CheckedPost {
  return videoPost({ kind: 'photo', files: [file(GOOD_PHOTO), file(GOOD_PHOTO, 1000, 1)], ...post });
}

export const PUBLIC_CREATOR: CreatorFacts = {
  privacyLevels: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
  commentDisabled: false,
  duetDisabled: false,
  stitchDisabled: false,
  maxVideoSeconds: 600,
};
export const PRIVATE_CREATOR: CreatorFacts = {
  ...PUBLIC_CREATOR,
  privacyLevels: ['MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'],
  duetDisabled: true,
  stitchDisabled: true,
};
