import { PRIVACY_LEVELS, type CreatorInfo, type PrivacyLevel } from '../../tiktok/index.js';
import type { MediaFacts } from '../post/media-facts.js';
import type { PostOptions } from '../post/post-options.dto.js';
import type { PostKind, PostMode, PostRoute, Publication } from '../post/publication.entity.js';

/** The facts of a file that rules check. A value is null while it is unknown. */
export interface CheckedFile {
  /** From 0. */
  position: number;
  sizeBytes: number | null;
  facts: MediaFacts | null;
}

/** The parts of a post that rules check. */
export interface CheckedPost {
  kind: PostKind;
  mode: PostMode;
  route: PostRoute;
  /** The title that replaces a missing caption. Absent when the user wrote the caption. */
  title?: string;
  caption: string;
  privacyLevel: PrivacyLevel | null;
  allowComment: boolean;
  allowDuet: boolean;
  allowStitch: boolean;
  options: PostOptions;
  files: readonly CheckedFile[];
}

/** The creator's current settings, the same for the open API and the Business API. */
export interface CreatorFacts {
  privacyLevels: readonly PrivacyLevel[];
  commentDisabled: boolean;
  duetDisabled: boolean;
  stitchDisabled: boolean;
  /** Absent when TikTok did not report it. */
  maxVideoSeconds?: number;
}

/** Facts beyond the post. Without `creator`, rules about the creator's settings are skipped. */
export interface RuleContext {
  /** True once TikTok has audited our app. */
  audited: boolean;
  creator?: CreatorFacts;
}

/** Converts a publication, with all its files or one of them, to what rules check. */
export function checkedPost(
  publication: Publication,
  route: PostRoute,
  files: readonly CheckedFile[],
): CheckedPost {
  return { ...publication, route, files };
}

/** True for a private account: TikTok offers the public level to all others. */
export function isPrivateAccount({ privacyLevels }: CreatorFacts): boolean {
  return !privacyLevels.includes('PUBLIC_TO_EVERYONE');
}

/** Names a file for users, who count from one. */
export function fileLabel({ kind, files }: CheckedPost, { position }: CheckedFile): string {
  if (kind === 'video') return 'The video';
  return files.length > 1 ? `Photo ${position + 1}` : 'The photo';
}

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
    // Those that we know, in a fixed order.
    privacyLevels: PRIVACY_LEVELS.filter((level) => levels.includes(level)),
    commentDisabled: answer.comment_disabled === true,
    duetDisabled: answer.duet_disabled === true,
    stitchDisabled: answer.stitch_disabled === true,
    ...(typeof seconds === 'number' && seconds > 0 && { maxVideoSeconds: seconds }),
  };
}
