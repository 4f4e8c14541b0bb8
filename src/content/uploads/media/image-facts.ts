import sharp, { type FailOnOptions } from 'sharp';
import { messageOf } from '../../../common/index.js';
import type { MediaDamage, MediaFacts } from '../../post/media-facts.js';

// Photos that are worth a word of their own when TikTok does not take them; no other decoder is ever reached.
const LOADERS = ['Jpeg', 'Webp', 'Png'].map((name) => `VipsForeignLoad${name}Buffer`);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });

// TikTok takes 2 million; a progressive JPEG of these takes up to 100 MB while it is decoded. What claims more is not.
const MAX_DECODED_PIXELS = 12_000_000;
const MAX_DECODE_SECONDS = 5;
const THUMBNAIL = { width: 16, height: 16, fit: 'fill' } as const;

/** What a photo says of itself, and whether it can be opened. */
export async function imageFacts(bytes: Uint8Array): Promise<MediaFacts> {
  // The header only: a picture may claim as many pixels as it likes.
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

/** Decodes every pixel and keeps none. @param failOn what the decoder has to complain about for the answer to be no */
async function isDecodable(bytes: Uint8Array, failOn: FailOnOptions): Promise<boolean> {
  try {
    await sharp(bytes, { failOn, limitInputPixels: MAX_DECODED_PIXELS, sequentialRead: true })
      .resize(THUMBNAIL)
      .timeout({ seconds: MAX_DECODE_SECONDS })
      .raw()
      .toBuffer();
    return true;
  } catch (error) {
    // Without time to decode it, nothing is known against it.
    return /timeout/i.test(messageOf(error));
  }
}
