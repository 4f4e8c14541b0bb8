import type { PrivacyLevel } from '../../tiktok/index.js';
import type { InitPhotoUploadDto } from './dto/init-photo-upload.dto.js';
import type { InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import type { NewPostDto } from './dto/new-post.dto.js';
import { optionsOf, type PostOptions } from '../post/post-options.dto.js';
import type { PostKind, PostMode } from '../post/publication.entity.js';

/** A new post as it is stored. */
export interface NewPost {
  kind: PostKind;
  mode: PostMode;
  title: string;
  caption: string;
  /** Null for drafts. */
  privacyLevel: PrivacyLevel | null;
  allowComment: boolean;
  allowDuet: boolean;
  allowStitch: boolean;
  options: PostOptions;
}

/** The source of one file: a URL, or null for an upload. */
export interface NewFile {
  /** Of the request that named it. */
  field: string;
  url: string | null;
}

/** Builds the post of a valid video form. */
export function newVideo(dto: InitVideoUploadDto): { post: NewPost; files: NewFile[] } {
  const post = {
    ...common(dto),
    kind: 'video' as const,
    allowDuet: dto.allowDuet ?? false,
    allowStitch: dto.allowStitch ?? false,
    options: optionsOf(dto),
  };
  return { post, files: [{ field: 'videoUrl', url: dto.videoUrl ?? null }] };
}

/** Builds the post of a valid photo form. */
export function newPhotos(dto: InitPhotoUploadDto): { post: NewPost; files: NewFile[] } {
  const files = photosOf(dto);
  const post = {
    ...common(dto),
    kind: 'photo' as const,
    allowDuet: false,
    allowStitch: false,
    options: optionsOf(dto),
  };
  return { post, files };
}

function photosOf({ photoCount, photoUrls }: InitPhotoUploadDto): NewFile[] {
  if (photoUrls) return photoUrls.map((url, position) => ({ field: `photoUrls[${position}]`, url }));
  return Array.from({ length: photoCount ?? 0 }, () => ({ field: 'photoCount', url: null }));
}

function common(dto: NewPostDto & { caption?: string }) {
  const mode = dto.mode ?? 'direct';
  return {
    mode,
    title: dto.title,
    caption: dto.caption ?? dto.title,
    privacyLevel: mode === 'draft' ? null : (dto.privacyLevel ?? null),
    allowComment: dto.allowComment ?? false,
  };
}
