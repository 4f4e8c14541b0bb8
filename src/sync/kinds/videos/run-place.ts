/** Where a killed run continues. TikTok's own cursors are digits. */
export const PLACES = {
  /** The list has been read as a whole: its absent videos are gone. */
  listed: 'listed',
  /** New videos have been looked for: due ones follow. */
  refresh: 'refresh',
  /** The videos are stored: insights follow. */
  insights: 'insights',
} as const;

/** Returns TikTok's cursor, if the run stopped between two pages. */
export function pageCursor(place: string | null): string | undefined {
  return place !== null && /^\d+$/.test(place) ? place : undefined;
}
