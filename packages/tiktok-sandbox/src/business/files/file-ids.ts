import { createHash } from 'node:crypto';
import type { Random } from '../../random.js';

/** `v10033g50000c…`: a video file's id. */
export function videoFileId(random: Random = Math.random): string {
  return `v10033g50000${randomText(random, 20)}`;
}

/** `tos-…/<32 hex>`: an image file's id is its place in the store. */
export function imageFileId(name: string): string {
  return `tos-sandbox-p-0051/${createHash('md5').update(name).digest('hex')}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function randomText(random: Random, length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join('');
}
