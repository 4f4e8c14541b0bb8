import { UnsupportedMediaError } from '../../common/index.js';
import type { PostKind } from '../post/publication.entity.js';
import { isoFileOf, type IsoMediaType } from './iso-file.js';

/** Video containers that the first bytes identify. 3GP is included so that a rule can reject it by name. */
export type VideoMediaType = IsoMediaType | 'video/webm';
/** Photo formats that TikTok accepts. */
export type PhotoMediaType = 'image/jpeg' | 'image/webp';
export type MediaType = VideoMediaType | PhotoMediaType;

/** How many bytes the detection needs. */
export const SNIFF_BYTES = 12;

/** A video, a photo, or an image in a format that TikTok does not accept. */
type Sniffed = { video: VideoMediaType } | { photo: PhotoMediaType } | { picture: string } | undefined;

/**
 * Detects the type from the first bytes, because clients often send a wrong one.
 * @throws UnsupportedMediaError when TikTok does not accept the type for this kind of post
 */
export function mediaTypeOf(head: Buffer, kind: PostKind): MediaType {
  const sniffed = head.length >= SNIFF_BYTES ? sniff(head) : undefined;
  if (kind === 'video' && sniffed && 'video' in sniffed) return sniffed.video;
  if (kind === 'photo' && sniffed && 'photo' in sniffed) return sniffed.photo;
  throw kind === 'video' ? notAVideo(sniffed) : notAPhoto(sniffed);
}

function sniff(head: Buffer): Sniffed {
  const iso = isoFileOf(head);
  if (iso) return iso;
  if (head.readUInt32BE(0) === 0x1a45dfa3) return { video: 'video/webm' }; // EBML
  if (head.readUIntBE(0, 3) === 0xffd8ff) return { photo: 'image/jpeg' };
  const text = head.toString('latin1');
  if (/^RIFF....WEBP/s.test(text)) return { photo: 'image/webp' };
  const picture = OTHER_PICTURES.find(([pattern]) => pattern.test(text))?.[1];
  return picture === undefined ? undefined : { picture };
}

// Common formats that TikTok does not accept. iso-file.ts has those in ISO containers.
const OTHER_PICTURES: [RegExp, string][] = [
  [/^\x89PNG/, 'a PNG image'],
  [/^GIF8/, 'a GIF image'],
  [/^(II\*\0|MM\0\*)/, 'a TIFF image'],
  [/^BM/, 'a BMP image'],
];

function notAVideo(sniffed: Sniffed): UnsupportedMediaError {
  return new UnsupportedMediaError('not_a_video', whyNoVideo(sniffed));
}

function whyNoVideo(sniffed: Sniffed): string {
  if (sniffed && 'photo' in sniffed)
    return 'The file is a photo, but this link is for a video. Create a photo post for it.';
  if (sniffed && 'picture' in sniffed)
    return `The file is ${sniffed.picture}, but this link is for a video. To post it as a photo, convert it to JPEG or WebP and create a photo post.`;
  return 'The file is not an MP4, MOV or WebM video. TikTok accepts only these formats.';
}

function notAPhoto(sniffed: Sniffed): UnsupportedMediaError {
  if (sniffed && 'video' in sniffed) {
    return new UnsupportedMediaError(
      'not_a_photo',
      'The file is a video, but this link is for a photo. Create a video post for it.',
    );
  }
  const what = sniffed && 'picture' in sniffed ? sniffed.picture : 'neither JPEG nor WebP';
  return new UnsupportedMediaError(
    'not_a_photo',
    `The file is ${what}. TikTok accepts photos in JPEG or WebP only. Convert the file and upload it again.`,
  );
}
