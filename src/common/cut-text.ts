const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/**
 * Shortens a text to at most so many UTF-16 units, between two characters as people see them: an emoji is never cut in
 * half. What was left out is marked by "…".
 */
export function cutText(text: string, maxUnits: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= maxUnits) return whole;
  const room = maxUnits - ELLIPSIS.length;
  const start = characters.segment(whole).containing(room)?.index ?? room;
  // A character of dozens of units, such as letters under piles of accents, gives way between two code points.
  const end = start > 0 ? start : room - Number(isLowSurrogate(whole.charCodeAt(room)));
  return whole.slice(0, end) + ELLIPSIS;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
