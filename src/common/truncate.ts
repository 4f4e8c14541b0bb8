const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/** Shortens a text to a number of UTF-16 units, and marks the cut with "…". Never splits a visible character or emoji. */
export function cutText(text: string, maxUnits: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= maxUnits) return whole;
  const room = maxUnits - ELLIPSIS.length;
  const start = characters.segment(whole).containing(room)?.index ?? room;
  // A character with dozens of units, such as a letter with many accents, is cut between two code points.
  const end = start > 0 ? start : room - Number(isLowSurrogate(whole.charCodeAt(room)));
  return whole.slice(0, end) + ELLIPSIS;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
