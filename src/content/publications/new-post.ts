import { InvalidInputError } from '../../common/index.js';
import type { PrivacyLevel } from '../../tiktok/index.js';
import type { InitPhotoUploadDto } from './dto/init-photo-upload.dto.js';
import type { InitVideoUploadDto } from './dto/init-video-upload.dto.js';
import type { NewPostDto } from './dto/new-post.dto.js';
import type { PostMusic, PostOptions } from './post-options.js';
import type { PostKind, PostMode } from './publication.entity.js';

/** A post that a person wants, as it is kept. */
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

/** Where one file comes from: an address, or null for one that is uploaded. */
export interface NewFile {
  /** Of the request that named it. */
  field: string;
  url: string | null;
}

/** @throws InvalidInputError for a piece of music that ends before it begins */
export function newVideo(dto: InitVideoUploadDto): { post: NewPost; files: NewFile[] } {
  const { music, aiGenerated, coverTimestampMs } = dto;
  assertMusicSpan(music);
  const post = {
    ...common(dto),
    kind: 'video' as const,
    allowDuet: dto.allowDuet ?? false,
    allowStitch: dto.allowStitch ?? false,
    options: given({ ...brand(dto), music, aiGenerated, coverTimestampMs }),
  };
  return { post, files: [{ field: 'videoUrl', url: dto.videoUrl ?? null }] };
}

/** @throws InvalidInputError for a piece of music that ends before it begins */
export function assertMusicSpan(music: PostMusic | null | undefined): void {
  if (typeof music?.endMs === 'number' && music.endMs <= (music.startMs ?? 0))
    throw invalid('music.endMs', 'must be after music.startMs');
}

/** @throws InvalidInputError unless there are uploads or addresses, and the cover is one of them */
export function newPhotos(dto: InitPhotoUploadDto): { post: NewPost; files: NewFile[] } {
  const { music, photoTitle, autoAddMusic, coverIndex } = dto;
  const files = photosOf(dto);
  if (typeof coverIndex === 'number' && coverIndex >= files.length)
    throw invalid('coverIndex', `must be one of the photos: 0 to ${files.length - 1}`);
  const post = {
    ...common(dto),
    kind: 'photo' as const,
    allowDuet: false,
    allowStitch: false,
    options: given({ ...brand(dto), music, photoTitle, autoAddMusic, coverIndex }),
  };
  return { post, files };
}

function photosOf({ photoCount, photoUrls }: InitPhotoUploadDto): NewFile[] {
  if (photoUrls && typeof photoCount === 'number')
    throw invalid('photoCount', 'must be left out when photoUrls says which photos they are');
  if (photoUrls) return photoUrls.map((url, position) => ({ field: `photoUrls[${position}]`, url }));
  // Null is no number either.
  if (typeof photoCount !== 'number')
    throw invalid('photoCount', 'must say how many photos are uploaded, unless photoUrls names them');
  return Array.from({ length: photoCount }, () => ({ field: 'photoCount', url: null }));
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

function brand({ commercialDisclosure, brandOrganic, brandedContent }: NewPostDto): PostOptions {
  return { commercialDisclosure, brandOrganic, brandedContent };
}

/** Drops options that are absent or null. */
export function given(options: PostOptions): PostOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => (value ?? undefined) !== undefined),
  );
}

function invalid(field: string, complaint: string): InvalidInputError {
  return new InvalidInputError(`${field}: ${complaint}`, [{ field, complaint }]);
}
