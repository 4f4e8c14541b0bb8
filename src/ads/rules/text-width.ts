// Chinese, Japanese and Korean characters, and full-width forms: TikTok counts them twice.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/u;
// Pictographs that are ordinary text: ©, ® and ™.
const PLAIN_SIGNS = new Set(['\u00a9', '\u00ae', '\u2122']);

/** The length of a text as TikTok counts it. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
}

/** Cuts a text to the width. */
export function cutToWidth(text: string, most: number): string {
  let width = 0;
  let cut = '';
  for (const sign of text) {
    width += WIDE.test(sign) ? 2 : 1;
    if (width > most) break;
    cut += sign;
  }
  return cut;
}

export function hasEmoji(text: string): boolean {
  return [...text].some(isEmoji);
}

export function withoutEmoji(text: string): string {
  return [...text]
    .filter((sign) => !isEmoji(sign))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function isEmoji(sign: string): boolean {
  return EMOJI.test(sign) && !PLAIN_SIGNS.has(sign);
}
