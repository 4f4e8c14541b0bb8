import type { AdCreative } from './ad-creative.entity.js';
import { extensionOf } from './creative-formats.js';

// TikTok takes 100 characters. The id and the extension need 42.
const MAX_NAME = 50;

/** Returns the file's name at TikTok. The id makes it unique in the account, and finds the file after a lost answer. */
export function fileNameOf({ id, name, mediaType }: Pick<AdCreative, 'id' | 'name' | 'mediaType'>): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/\.\w{1,5}$/, '');
  const short = [...plain].slice(0, MAX_NAME).join('') || 'creative';
  return `${short}-${id}.${extensionOf(mediaType ?? '')}`;
}
