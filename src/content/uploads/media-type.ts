import { UnsupportedMediaError } from '../../common/index.js';
import type { PostKind } from '../publications/publication.entity.js';

/** Media types that TikTok takes for a video, and for a photo. */
export type VideoMediaType = 'video/mp4' | 'video/quicktime' | 'video/webm';
export type PhotoMediaType = 'image/jpeg' | 'image/webp';
export type MediaType = VideoMediaType | PhotoMediaType;

/** How many bytes it takes to tell. */
export const SNIFF_BYTES = 12;

/**
 * Tells a file by its first bytes: what a client claims about its file is often wrong.
 * @throws UnsupportedMediaError when it is nothing that TikTok takes for such a post
 */
export function mediaTypeOf(head: Buffer, kind: PostKind): MediaType {
  const isReadable = head.length >= SNIFF_BYTES;
  const video = isReadable ? videoType(head) : undefined;
  const photo = isReadable ? photoType(head) : undefined;
  const type = kind === 'video' ? video : photo;
  if (type) return type;
  throw kind === 'video' ? notAVideo(photo !== undefined) : notAPhoto(head, video !== undefined);
}

function videoType(head: Buffer): VideoMediaType | undefined {
  if (head.readUInt32BE(0) === 0x1a45dfa3) return 'video/webm'; // EBML
  if (head.toString('latin1', 4, 8) !== 'ftyp') return undefined; // ISO base media
  const brand = head.toString('latin1', 8, 12);
  // Pictures in the same container.
  if (/^(avi[fs]|hei[cx]|hev[cx]|mif1|msf1)$/.test(brand)) return undefined;
  return brand === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}

function photoType(head: Buffer): PhotoMediaType | undefined {
  if (head.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg';
  const isWebp = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'image/webp' : undefined;
}

function notAVideo(isPhoto: boolean): UnsupportedMediaError {
  const text = isPhoto
    ? 'The file is a photo, and this link is for a video: begin a post of photos with init-photo-upload.'
    : 'The file is no MP4, MOV or WebM: these are what TikTok takes.';
  return new UnsupportedMediaError('not_a_video', text);
}

// What people often have instead.
const OTHER_PICTURES: [RegExp, string][] = [
  [/^\x89PNG/, 'a PNG'],
  [/^GIF8/, 'a GIF'],
  [/^....ftyp(hei|hev|mif1|msf1)/s, 'a HEIC photo of a phone'],
  [/^....ftypavi/s, 'an AVIF'],
];

function notAPhoto(head: Buffer, isVideo: boolean): UnsupportedMediaError {
  if (isVideo) {
    return new UnsupportedMediaError(
      'not_a_photo',
      'The file is a video, and this link is for a photo: begin a post of a video with init-video-upload.',
    );
  }
  const text = head.toString('latin1');
  const what = OTHER_PICTURES.find(([pattern]) => pattern.test(text))?.[1] ?? 'neither JPEG nor WebP';
  return new UnsupportedMediaError(
    'not_a_photo',
    `The file is ${what}: TikTok takes photos as JPEG or WebP only. Convert it and send it again.`,
  );
}
