import { invalidParam } from '../wire/business-error.js';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Length of a name as TikTok counts it: CJK characters are two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** Names and ad texts: bounded, no emoji. @throws BusinessError 40002 */
export function checkText(key: string, text: string, max: number): string {
  if (textWidth(text) > max) throw invalidParam(`${key}: Length must be between 1 and ${max}.`);
  if (/\p{Extended_Pictographic}/u.test(text)) throw invalidParam(`${key}: Emoji are not supported.`);
  return text;
}

export const NAME_MAX = 512;
export const AD_TEXT_MAX = 100;
