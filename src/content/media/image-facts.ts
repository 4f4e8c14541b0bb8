import sharp from 'sharp';
import type { MediaFacts } from './media-facts.js';

// Photos that are worth a word of their own when TikTok does not take them; no other decoder is ever reached.
const LOADERS = ['Jpeg', 'Webp', 'Png'].map((name) => `VipsForeignLoad${name}Buffer`);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });

/** The header only: nothing is decoded, so a picture may claim as many pixels as it likes. @throws Error for no image */
export async function imageFacts(bytes: Uint8Array): Promise<MediaFacts> {
  const { format, autoOrient } = await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata();
  return { format, width: autoOrient.width, height: autoOrient.height };
}
