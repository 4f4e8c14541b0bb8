import sharp, { type FailOnOptions } from 'sharp';
import { messageOf } from '../../../common/index.js';
import type { MediaDamage, MediaFacts } from '../../post/media-facts.js';

// PNG is included so that errors can name it. All other decoders are blocked.
const LOADERS = ['Jpeg', 'Webp', 'Png'].map((name) => `VipsForeignLoad${name}Buffer`);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });

// TikTok accepts 2 megapixels. Decoding a progressive JPEG of this size takes up to 100 MB; larger ones are not decoded.
const MAX_DECODED_PIXELS = 12_000_000;
const MAX_DECODE_SECONDS = 5;
const THUMBNAIL = { width: 16, height: 16, fit: 'fill' } as const;

/** Reads the facts of a photo and checks that it can be decoded. */
export async function imageFacts(bytes: Uint8Array): Promise<MediaFacts> {
  // Reads only the header, so the claimed number of pixels does not matter.
  const header = await sharp(bytes, { failOn: 'none', limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!header) return { damage: 'unreadable' };
  const { width, height } = header.autoOrient;
  const damage = width * height <= MAX_DECODED_PIXELS ? await damageOf(bytes) : undefined;
  return { format: header.format, width, height, ...(damage && { damage }) };
}

async function damageOf(bytes: Uint8Array): Promise<MediaDamage | undefined> {
  if (await isDecodable(bytes, 'warning')) return undefined;
  return (await isDecodable(bytes, 'none')) ? 'incomplete' : 'unreadable';
}

/** Decodes every pixel and discards them. @param failOn the severity at which decoding counts as failed */
async function isDecodable(bytes: Uint8Array, failOn: FailOnOptions): Promise<boolean> {
  try {
    await sharp(bytes, { failOn, limitInputPixels: MAX_DECODED_PIXELS, sequentialRead: true })
      .resize(THUMBNAIL)
      .timeout({ seconds: MAX_DECODE_SECONDS })
      .raw()
      .toBuffer();
    return true;
  } catch (error) {
    // A timeout does not prove that the photo is damaged.
    return /timeout/i.test(messageOf(error));
  }
}
