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

/** The first bytes of a file, as hex. */
const SIGNATURES: readonly (readonly [signature: string, type: string])[] = [
  // A program stream, and a video stream alone.
  ['000001ba', 'video/mpeg'],
  ['000001b3', 'video/mpeg'],
  ['1a45dfa3', 'video/webm'],
  ['ffd8ff', 'image/jpeg'],
  ['89504e47', 'image/png'],
  ['47494638', 'image/gif'],
];

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
  const riff = /^RIFF....(AVI |WEBP)/s.exec(head.toString('latin1'))?.[1];
  if (riff) return riff === 'WEBP' ? 'image/webp' : 'video/x-msvideo';
  const start = head.toString('hex');
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}

function described(head: Buffer, type: string | undefined): string {
  if (type) return `of the type ${type}`;
  return looksLikeHtml(head) ? 'an HTML page' : 'of an unknown type';
}

export function looksLikeHtml(head: Buffer): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(head.toString('latin1').slice(0, 64));
}
