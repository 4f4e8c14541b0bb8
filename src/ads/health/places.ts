/** Writes TikTok's word for a place of a rejection as plain text: `MODE_VIDEO` as `video`, `PLACEMENT_TIKTOK` as `TikTok`. */
export function placeText(word: string): string {
  const known = KNOWN[word];
  if (known !== undefined) return known;
  const age = /^AGE_(\d+)_(\d+)$/.exec(word);
  if (age) return `ages ${age[1]}–${age[2]}`;
  if (!/^[A-Z][A-Z0-9_]*$/.test(word)) return word;
  return word
    .replace(/^(MODE|PLACEMENT)_/, '')
    .replaceAll('_', ' ')
    .toLowerCase();
}

const KNOWN: Readonly<Record<string, string>> = {
  MODE_STRING: 'text',
  MODE_CAROUSEL_MUSIC: 'carousel',
  PLACEMENT_TIKTOK: 'TikTok',
  PLACEMENT_PANGLE: 'Pangle',
  PLACEMENT_GLOBAL_APP_BUNDLE: 'Global App Bundle',
  IOS: 'iOS',
  ANDROID: 'Android',
};
