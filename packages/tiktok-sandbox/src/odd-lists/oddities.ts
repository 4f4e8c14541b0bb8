/** Every kind of oddity of lists and profiles, with its effect. */
export const ODDITIES = {
  counters_missing: 'some counters of videos and comments are missing',
  counters_null: 'some counters are null',
  counters_text: 'some counters are text',
  cursor_text: 'the cursor is text',
  cursor_absent: 'there is no cursor although more pages follow',
  cursor_minus_one: 'the cursor is -1 although more pages follow',
  has_more_missing: 'has_more is missing',
  short_pages: 'pages have fewer items than requested although more follow',
  empty_pages: 'empty pages appear between others',
  duplicate_videos: 'a page begins with the last item of the page before',
  video_without_id: 'some videos have no id',
  video_without_time: 'some videos have no create_time',
  falling_counts: 'counters are lower each time a list is read from its start',
  videos_deleted: 'some videos are deleted once a list has been read',
  videos_hidden: 'some videos are missing from lists once one has been read, but found by id',
  videos_reappear: 'some videos are gone in every second reading, and back in the next',
  profile_fields_missing: 'some fields of a profile are missing',
  comments_without_fields: 'comments lack some of their fields',
  page_total_wrong: 'page_info of Business lists has a wrong total',
} as const;

export type Oddity = keyof typeof ODDITIES;

const ALL = 'all';

/** The names that the setting `oddLists` accepts. */
export const ODDITY_NAMES: readonly string[] = [...Object.keys(ODDITIES), ALL];

export function isOdd(chosen: readonly string[], oddity: Oddity): boolean {
  return chosen.includes(oddity) || chosen.includes(ALL);
}

/** @returns the problem with a choice, or undefined */
export function oddListsProblem(chosen: readonly string[]): string | undefined {
  const unknown = chosen.find((name) => !ODDITY_NAMES.includes(name));
  return unknown === undefined
    ? undefined
    : `oddLists: ${unknown} is not known; known: ${ODDITY_NAMES.join(', ')}`;
}
