import { UnsupportedMediaError } from '../../common/index.js';
import type { PostKind } from '../post/publication.entity.js';
import { isoFileOf, type IsoMediaType } from './iso-file.js';

/** Containers of videos that first bytes tell apart. 3GP is known so that the rules can refuse it by its name. */
export type VideoMediaType = IsoMediaType | 'video/webm';
/** What TikTok takes for a photo. */
export type PhotoMediaType = 'image/jpeg' | 'image/webp';
export type MediaType = VideoMediaType | PhotoMediaType;

/** How many bytes it takes to tell. */
export const SNIFF_BYTES = 12;

/** What first bytes say: a file that such a post may hold, or a picture that TikTok takes in no post. */
type Sniffed = { video: VideoMediaType } | { photo: PhotoMediaType } | { picture: string } | undefined;

/**
 * Tells a file by its first bytes: what a client claims about its file is often wrong.
 * @throws UnsupportedMediaError when it is nothing that TikTok takes for such a post
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

// What people often have instead; those in ISO containers are among the brands.
const OTHER_PICTURES: [RegExp, string][] = [
  [/^\x89PNG/, 'a PNG'],
  [/^GIF8/, 'a GIF'],
  [/^(II\*\0|MM\0\*)/, 'a TIFF'],
  [/^BM/, 'a BMP'],
];

function notAVideo(sniffed: Sniffed): UnsupportedMediaError {
  return new UnsupportedMediaError('not_a_video', whyNoVideo(sniffed));
}

function whyNoVideo(sniffed: Sniffed): string {
  if (sniffed && 'photo' in sniffed)
    return 'The file is a photo, and this link is for a video. Start a post of photos for it.';
  if (sniffed && 'picture' in sniffed)
    return `The file is ${sniffed.picture}, and this link is for a video. To post it as a photo, convert it to JPEG or WebP and start a post of photos.`;
  return 'The file is no MP4, MOV or WebM: these are what TikTok takes.';
}

function notAPhoto(sniffed: Sniffed): UnsupportedMediaError {
  if (sniffed && 'video' in sniffed) {
    return new UnsupportedMediaError(
      'not_a_photo',
      'The file is a video, and this link is for a photo. Start a post of a video for it.',
    );
  }
  const what = sniffed && 'picture' in sniffed ? sniffed.picture : 'neither JPEG nor WebP';
  return new UnsupportedMediaError(
    'not_a_photo',
    `The file is ${what}. TikTok takes photos as JPEG or WebP only: convert it to one of them and send it again.`,
  );
}
