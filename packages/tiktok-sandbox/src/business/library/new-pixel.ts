import { itemId } from '../../ids.js';
import { seededRandom } from '../../random.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { BusinessState } from '../store/business-state.js';
import type { Pixel } from './pixel.js';

const CODE_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUV';
const CODE_LENGTH = 20;

/** The same id and code for the same seed and place in the ad account. */
export function addPixel(
  { pixels }: BusinessState['tables'],
  { id: advertiserId, seedName }: Advertiser,
  createdAt: number,
  made: Pick<Pixel, 'name' | 'category' | 'partnerName'>,
): Pixel {
  const random = seededRandom(`${seedName}/pixel/${pixels.countOf(advertiserId)}`);
  const letter = (): string => CODE_LETTERS.charAt(Math.floor(random() * CODE_LETTERS.length));
  return pixels.add({
    ...made,
    id: itemId(createdAt, random),
    advertiserId,
    code: `C${Array.from({ length: CODE_LENGTH - 1 }, letter).join('')}`,
    createdAt,
  });
}
