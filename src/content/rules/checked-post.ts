import type { PrivacyLevel } from '../../tiktok/index.js';
import type { MediaFacts } from '../post/media-facts.js';
import type { PostOptions } from '../post/post-options.js';
import type { PostKind, PostMode, PostRoute, Publication } from '../post/publication.entity.js';

/** A file as far as the rules look at it; null for what is not known (yet). */
export interface CheckedFile {
  /** From 0. */
  position: number;
  sizeBytes: number | null;
  facts: MediaFacts | null;
}

/** A post as far as the rules look at it. */
export interface CheckedPost {
  kind: PostKind;
  mode: PostMode;
  route: PostRoute;
  /** What stands in for a missing caption; absent when the caption is known to be one. */
  title?: string;
  caption: string;
  privacyLevel: PrivacyLevel | null;
  allowComment: boolean;
  allowDuet: boolean;
  allowStitch: boolean;
  options: PostOptions;
  files: readonly CheckedFile[];
}

/** What the creator allows now, in either of TikTok's families. */
export interface CreatorFacts {
  privacyLevels: readonly PrivacyLevel[];
  commentDisabled: boolean;
  duetDisabled: boolean;
  stitchDisabled: boolean;
  /** Absent when TikTok did not say. */
  maxVideoSeconds?: number;
}

/** What else decides. Without the creator only those rules speak that need none. */
export interface Surroundings {
  /** Whether TikTok has audited our app. */
  audited: boolean;
  creator?: CreatorFacts;
}

/** A stored publication, or one of its files, as the rules look at it. */
export function checkedPost(
  publication: Publication,
  route: PostRoute,
  files: readonly CheckedFile[],
): CheckedPost {
  return { ...publication, route, files };
}

/** TikTok offers the public level to every account that is not private. */
export function isPrivateAccount({ privacyLevels }: CreatorFacts): boolean {
  return !privacyLevels.includes('PUBLIC_TO_EVERYONE');
}

/** How people call a file: they count from one. */
export function nameOfFile({ kind, files }: CheckedPost, { position }: CheckedFile): string {
  if (kind === 'video') return 'The video';
  return files.length > 1 ? `Photo ${position + 1}` : 'The photo';
}
