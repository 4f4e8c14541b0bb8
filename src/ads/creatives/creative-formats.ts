import { UnsupportedMediaError } from '../../common/index.js';
import { isoFileOf } from '../../content/index.js';
import type { CreativeKind } from './ad-creative.entity.js';

/** TikTok's limits for one file. */
export const MAX_CREATIVE_BYTES: Readonly<Record<CreativeKind, number>> = {
  video: 500_000_000,
  image: 50_000_000,
};

/** Width × height, at most. */
export const MAX_IMAGE_PIXELS = 3_686_400;

/** How many bytes the detection needs. */
export const SNIFF_BYTES = 12;

/** Ads take other formats than posts: AVI and MPEG but no WebM, PNG but no WebP. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/mpeg': 'mpeg',
  'video/x-msvideo': 'avi',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

const ACCEPTED: Readonly<Record<CreativeKind, string>> = {
  video: 'MP4, MOV, MPEG or AVI',
  image: 'JPEG or PNG',
};

/**
 * Detects the type from the first bytes, because clients often send a wrong one.
 * @throws UnsupportedMediaError when TikTok takes no ads of this type
 */
export function creativeTypeOf(head: Buffer, kind: CreativeKind): string {
  const type = head.length >= SNIFF_BYTES ? sniff(head) : undefined;
  if (type?.startsWith(`${kind}/`) && type in EXTENSIONS) return type;
  throw new UnsupportedMediaError(
    kind === 'video' ? 'not_a_video' : 'not_an_image',
    `The file is ${described(head, type)}. TikTok accepts ${kind}s for ads in ${ACCEPTED[kind]} only.`,
  );
}

/** Returns the extension by which TikTok recognises the type. */
export function extensionOf(mediaType: string): string {
  return EXTENSIONS[mediaType] ?? 'bin';
}

function sniff(head: Buffer): string | undefined {
  const iso = isoFileOf(head);
  if (iso) return 'video' in iso ? iso.video : undefined;
  const text = head.toString('latin1');
  if (/^RIFF....AVI /s.test(text)) return 'video/x-msvideo';
  if (/^\0\0\x01[\xba\xb3]/.test(text)) return 'video/mpeg';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG')) return 'image/png';
  if (/^RIFF....WEBP/s.test(text)) return 'image/webp';
  if (text.startsWith('GIF8')) return 'image/gif';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  return undefined;
}

function described(head: Buffer, type: string | undefined): string {
  if (type) return `of the type ${type}`;
  return looksLikeHtml(head) ? 'an HTML page' : 'of an unknown type';
}

export function looksLikeHtml(head: Buffer): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(head.toString('latin1').slice(0, 64));
}
